package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.signing.PushSignature;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of handlers for the push API have in common: pay-per-view reports and stream events come with proofs.
 * Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract class PushHandlerBuilder<B extends PushHandlerBuilder<B>> extends HandlerBuilder<B> {
    private final boolean withToken;
    private @Nullable PushSignature proof;
    int rememberedPairs = 1 << 16;

    PushHandlerBuilder(boolean withToken) {
        super(Duration.ofSeconds(10));
        this.withToken = withToken;
    }

    /**
     * The token of the push API, as it is in WMSPanel. Required: a handler without one, which believes whoever posts to
     * it, is made by {@code builderWithoutToken}, or at once by {@code withoutToken}.
     *
     * @param token the token: not blank, and without control characters
     * @return this builder
     * @throws IllegalArgumentException if the token is blank, or has a control character such as a line break
     * @throws IllegalStateException if this builder is one without a token
     */
    public B token(String token) {
        if (!withToken) {
            throw new IllegalStateException("this builder is one without a token: use builder()");
        }
        this.proof = PushSignature.of(token);
        return self();
    }

    /**
     * How many pairs of {@code ID} and {@code Puzzle} are remembered. One that was seen before is a repeat or a replay,
     * and is answered as before without asking your code again. They are kept in memory, about 230 bytes each and the ids
     * that were denied, and are lost with the handler. Default 65,536.
     *
     * @param rememberedPairs how many, 1 or more; the oldest are forgotten
     * @return this builder
     * @throws IllegalArgumentException if there are none
     */
    public B rememberedPairs(int rememberedPairs) {
        if (rememberedPairs < 1) {
            throw new IllegalArgumentException("rememberedPairs is " + rememberedPairs + ": give 1 or more");
        }
        this.rememberedPairs = rememberedPairs;
        return self();
    }

    @Nullable
    PushSignature requireProof() {
        if (withToken && proof == null) {
            throw new IllegalStateException(
                    "token is missing: give token(...), or make a handler without one by builderWithoutToken()"
                            + " or withoutToken(...)");
        }
        return proof;
    }
}
