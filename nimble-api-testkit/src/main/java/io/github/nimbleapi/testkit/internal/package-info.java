/** The wire side of the fake. May change at any time. */
@NullMarked
package io.github.nimbleapi.testkit.internal;

import org.jspecify.annotations.NullMarked;
