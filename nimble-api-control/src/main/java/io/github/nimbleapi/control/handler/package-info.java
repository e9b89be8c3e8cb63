/** What Nimble posts to you: bytes in, reply out. */
@NullMarked
package io.github.nimbleapi.control.handler;

import org.jspecify.annotations.NullMarked;
