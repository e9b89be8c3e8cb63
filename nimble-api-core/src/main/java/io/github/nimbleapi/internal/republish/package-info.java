/** The service behind the public interface. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.republish;

import org.jspecify.annotations.NullMarked;
