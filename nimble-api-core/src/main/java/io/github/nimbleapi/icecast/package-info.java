/** Icecast: what streams say of themselves, and what is on now. */
@NullMarked
package io.github.nimbleapi.icecast;

import org.jspecify.annotations.NullMarked;
