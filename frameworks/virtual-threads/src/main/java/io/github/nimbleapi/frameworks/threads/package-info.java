/** Blocking calls on virtual threads. */
@NullMarked
package io.github.nimbleapi.frameworks.threads;

import org.jspecify.annotations.NullMarked;
