/**
 * What Nimble posts to you: bytes in, reply out.
 *
 * <p>A {@link io.github.nimbleapi.control.handler.NimbleHandler} works with any web framework;
 * {@link io.github.nimbleapi.control.handler.HandlerServer} serves it without one. A
 * {@link io.github.nimbleapi.control.handler.HandlerListener} is told why something got no good answer.
 */
@NullMarked
package io.github.nimbleapi.control.handler;

import org.jspecify.annotations.NullMarked;
