/** The service behind the public interface of the same name. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.publish;

import org.jspecify.annotations.NullMarked;
