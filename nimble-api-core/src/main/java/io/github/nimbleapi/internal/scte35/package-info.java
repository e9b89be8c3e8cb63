/** The service behind the public interface of the same name. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.scte35;

import org.jspecify.annotations.NullMarked;
