/** How it is measured: workers in JVMs of their own, driven in interleaved rounds. */
@NullMarked
package io.github.nimbleapi.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
