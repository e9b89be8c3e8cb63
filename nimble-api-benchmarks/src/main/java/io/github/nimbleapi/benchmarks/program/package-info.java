/** The programs, one for each question. */
@NullMarked
package io.github.nimbleapi.benchmarks.program;

import org.jspecify.annotations.NullMarked;
