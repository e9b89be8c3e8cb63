/** The server that is measured against, a process of its own. */
@NullMarked
package io.github.nimbleapi.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
