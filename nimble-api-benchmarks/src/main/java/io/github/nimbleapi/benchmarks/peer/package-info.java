/** The clients that are compared: ours, and what a user would pick instead. */
@NullMarked
package io.github.nimbleapi.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
