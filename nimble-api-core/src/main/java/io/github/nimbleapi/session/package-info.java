/**
 * Playback sessions: who is watching, and how to end it.
 *
 * <p>{@link io.github.nimbleapi.session.Sessions} lists and ends them, {@link io.github.nimbleapi.session.SessionFilters}
 * choose, and a {@link io.github.nimbleapi.session.PlaybackSession} tells what Nimble knows of one.
 */
@NullMarked
package io.github.nimbleapi.session;

import org.jspecify.annotations.NullMarked;
