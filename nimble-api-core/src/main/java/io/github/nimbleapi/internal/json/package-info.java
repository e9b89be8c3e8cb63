/** Lenient reading of what Nimble answers. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.json;

import org.jspecify.annotations.NullMarked;
