/** Playback sessions: who is watching, and how to end it. */
@NullMarked
package io.github.nimbleapi.session;

import org.jspecify.annotations.NullMarked;
