/** What is started in a fresh JVM, once. */
@NullMarked
package io.github.nimbleapi.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
