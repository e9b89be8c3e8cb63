/** Polling turned into events and usage. */
@NullMarked
package io.github.nimbleapi.control.watch;

import org.jspecify.annotations.NullMarked;
