/** Measures the client against what a user would pick instead. Not published. */
@NullMarked
package io.github.nimbleapi.benchmarks;

import org.jspecify.annotations.NullMarked;
