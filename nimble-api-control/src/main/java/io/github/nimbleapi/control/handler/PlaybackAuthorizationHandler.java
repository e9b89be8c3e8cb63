package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.internal.json.StreamName;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers playback session authorization: may this player watch? Nimble does not sign its requests, so let nobody reach
 * the handler but Nimble.
 *
 * <pre>{@code
 * PlaybackAuthorizationHandler handler = PlaybackAuthorizationHandler.of(request ->
 *     request.app().equals("free") ? PlaybackDecision.allow() : PlaybackDecision.deny());
 * }</pre>
 *
 * <p>A viewer, address or stream that the {@link Blocklist} blocks is denied before your code is asked. A stream counts
 * as blocked by the last part but one of the path ({@code /live/stream/playlist.m3u8}) and by the last one
 * ({@code /live/stream}); a viewer, if the link names one that is blocked, whoever else it names. If your code fails,
 * the answer is {@link Builder#onFailure(PlaybackDecision)}: deny, unless you choose another. What can't be read is
 * answered with 400, for which Nimble has a setting (allow by default). Immutable and thread-safe.
 */
public final class PlaybackAuthorizationHandler extends ReceivingHandler implements NimbleHandler {
    /** A session has a few dozen details, and each costs more than it takes up in a body. */
    private static final int MOST_MEMBERS = 1_000;

    private final Function<PlaybackRequest, ? extends CompletionStage<PlaybackDecision>> decide;
    private final @Nullable Blocklist blocklist;
    private final PlaybackDecision onFailure;

    private PlaybackAuthorizationHandler(Builder from) {
        super("playback authorization", from);
        this.decide = from.requireDecide();
        this.blocklist = from.blocklist;
        this.onFailure = from.onFailure;
    }

    /**
     * One that asks your code only.
     *
     * @param decide whether a player may watch
     * @return the handler
     */
    public static PlaybackAuthorizationHandler of(Function<PlaybackRequest, PlaybackDecision> decide) {
        return builder().decide(decide).build();
    }

    /**
     * Makes one.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    CompletableFuture<HandlerReply> answer(byte[] body) throws Refusal {
        PlaybackRequest request = read(body);
        return inTime(UserCode.ask(this::decide, request))
                .exceptionally(this::failed)
                .thenApply(PlaybackDecision::reply);
    }

    private CompletionStage<PlaybackDecision> decide(PlaybackRequest request) {
        return isBlocked(request) ? CompletableFuture.completedFuture(PlaybackDecision.deny()) : decide.apply(request);
    }

    private PlaybackDecision failed(Throwable failure) {
        tellFailed(failure, onFailure.status());
        return onFailure;
    }

    private boolean isBlocked(PlaybackRequest request) {
        if (blocklist == null) {
            return false;
        }
        StreamName whole = request.whole();
        return request.viewerIds().stream().anyMatch(blocklist::isViewerBlocked)
                || (!request.clientIp().isEmpty() && blocklist.isIpBlocked(request.clientIp()))
                || blocklist.isStreamBlocked(request.app(), request.stream())
                || blocklist.isStreamBlocked(whole.app, whole.stream);
    }

    private static PlaybackRequest read(byte[] body) throws Refusal {
        Map<String, String> members = new LinkedHashMap<>();
        Posted.read(body, PostedJson::new, posted -> posted.root(name -> take(name, posted, members)));
        return PlaybackRequest.of(members);
    }

    private static void take(String name, PostedJson posted, Map<String, String> members) throws IOException {
        members.put(name, posted.isScalar() ? posted.text() : posted.json());
        if (members.size() > MOST_MEMBERS) {
            throw new Unreadable("has more than " + MOST_MEMBERS + " members");
        }
    }

    /** Makes a {@link PlaybackAuthorizationHandler}. Not thread-safe. */
    public static final class Builder extends HandlerBuilder<Builder> {
        private @Nullable Function<PlaybackRequest, ? extends CompletionStage<PlaybackDecision>> decide;
        private @Nullable Blocklist blocklist;
        private PlaybackDecision onFailure = PlaybackDecision.deny();

        private Builder() {
            super(Duration.ofSeconds(1));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Who may watch. Required unless there is a blocklist, without which everybody may.
         *
         * @param decide whether a player may watch
         * @return this builder
         */
        public Builder decide(Function<PlaybackRequest, PlaybackDecision> decide) {
            this.decide = UserCode.later(decide, "decide");
            return this;
        }

        /**
         * The same for code that answers later.
         *
         * @param decide whether a player may watch
         * @return this builder
         */
        public Builder decideAsync(Function<PlaybackRequest, ? extends CompletionStage<PlaybackDecision>> decide) {
            this.decide = Objects.requireNonNull(decide, "decide");
            return this;
        }

        /**
         * Who may not watch, whatever your code says.
         *
         * @param blocklist the blocklist
         * @return this builder
         */
        public Builder blocklist(Blocklist blocklist) {
            this.blocklist = Objects.requireNonNull(blocklist, "blocklist");
            return this;
        }

        /**
         * What to answer if your code or the blocklist throws, answers null, or does not answer in time. Default
         * {@link PlaybackDecision#deny()}: who pays may be kept out for a while, but nobody watches for nothing.
         *
         * @param onFailure the answer
         * @return this builder
         */
        public Builder onFailure(PlaybackDecision onFailure) {
            this.onFailure = Objects.requireNonNull(onFailure, "onFailure");
            return this;
        }

        private Function<PlaybackRequest, ? extends CompletionStage<PlaybackDecision>> requireDecide() {
            if (decide == null && blocklist == null) {
                throw new IllegalStateException("decide is missing: give decide(...) or blocklist(...)");
            }
            return decide != null ? decide : UserCode.later(request -> PlaybackDecision.allow(), "decide");
        }

        /**
         * Makes the handler.
         *
         * @return the handler
         * @throws IllegalStateException if there is nothing to decide by
         */
        public PlaybackAuthorizationHandler build() {
            return new PlaybackAuthorizationHandler(this);
        }
    }
}
