/** The client behind the public interface. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal;

import org.jspecify.annotations.NullMarked;
