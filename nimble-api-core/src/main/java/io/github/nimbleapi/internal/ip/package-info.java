/** IP addresses and ranges of them, read by hand. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.ip;

import org.jspecify.annotations.NullMarked;
