/** The server as a whole: its load, memory and caches. */
@NullMarked
package io.github.nimbleapi.server;

import org.jspecify.annotations.NullMarked;
