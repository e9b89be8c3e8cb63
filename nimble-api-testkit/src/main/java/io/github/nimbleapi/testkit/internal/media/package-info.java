/** The picture and the tone that a fake plays, in the forms in which players ask for them. Not exported. */
@NullMarked
package io.github.nimbleapi.testkit.internal.media;

import org.jspecify.annotations.NullMarked;
