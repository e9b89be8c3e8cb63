package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.control.internal.Durations;
import java.time.Duration;
import java.util.Objects;

/**
 * What all builders of handlers have in common. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class HandlerBuilder<B extends HandlerBuilder<B>> {
    private static final int LARGEST_BODY = 1 << 30;

    HandlerListener listener = HandlerListener.logging();
    int maxBodyBytes = NimbleHandler.DEFAULT_MAX_BODY_BYTES;
    Duration answerWithin;

    HandlerBuilder(Duration answerWithin) {
        this.answerWithin = answerWithin;
    }

    abstract B self();

    /**
     * Who is told why something was answered with 400, 403 or 500. Default {@link HandlerListener#logging()}.
     *
     * @param listener the listener
     * @return this builder
     */
    public B listener(HandlerListener listener) {
        this.listener = Objects.requireNonNull(listener, "listener");
        return self();
    }

    /**
     * The longest body that is read; a longer one is answered with 400. Default 16 MiB. So is one with more viewers, user
     * agents, publishers or streams than one for each 64 bytes of this limit, or than 1,000 if that is more.
     *
     * @param maxBodyBytes bytes, 1 to 1 GiB
     * @return this builder
     * @throws IllegalArgumentException if the limit is none of these
     */
    public B maxBodyBytes(int maxBodyBytes) {
        if (maxBodyBytes < 1 || maxBodyBytes > LARGEST_BODY) {
            throw new IllegalArgumentException("maxBodyBytes is " + maxBodyBytes + ": give 1 to " + LARGEST_BODY);
        }
        this.maxBodyBytes = maxBodyBytes;
        return self();
    }

    /**
     * How long to wait for code that answers with a {@link java.util.concurrent.CompletionStage}, and for the answer to
     * the same report that another thread is giving; then it has failed. Code that was given as a plain function is not
     * cut short. Default 10 s, for playback authorization 1 s, because a player waits for it.
     *
     * @param answerWithin the time, above zero and up to a day
     * @return this builder
     * @throws IllegalArgumentException if it is not
     */
    public B answerWithin(Duration answerWithin) {
        this.answerWithin = Durations.requireUpToADay(answerWithin, "answerWithin");
        return self();
    }
}
