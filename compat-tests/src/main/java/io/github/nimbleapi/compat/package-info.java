/** The published API as it was recorded, and the built jars as a user's build sees them. Not published. */
@NullMarked
package io.github.nimbleapi.compat;

import org.jspecify.annotations.NullMarked;
