/** How a call travels: a tiny transport and its decorators. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.http;

import org.jspecify.annotations.NullMarked;
