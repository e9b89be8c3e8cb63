/** JSON and its scalars, read leniently; knows no transport. May change at any time. */
@NullMarked
package io.github.nimbleapi.internal.json;

import org.jspecify.annotations.NullMarked;
