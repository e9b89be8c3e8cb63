package io.github.nimbleapi.control.handler;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers notifications of streams that began or ended (push API, {@code publish} and {@code unpublish}).
 *
 * <pre>{@code
 * StreamEventHandler handler = StreamEventHandler.builder()
 *     .token(token)
 *     .onEvent(event -> System.out.println(event.kind() + " " + event.app() + "/" + event.stream()))
 *     .build();
 * }</pre>
 *
 * <p>Signatures and repeats are treated as in {@link PayPerViewHandler}. Events of one notification are told one after the
 * other, in its order, and all of them even if your code fails for one; then the notification is answered with 500, the
 * listener is told of the first failure, and all is told again if Nimble repeats it. Thread-safe; keep one, because it is
 * the handler that remembers the pairs.
 */
public final class StreamEventHandler extends ReceivingHandler implements NimbleHandler {
    private final Function<StreamEvent, ? extends CompletionStage<?>> onEvent;
    private final PushGate gate;

    private StreamEventHandler(Builder from) {
        super("stream events", from);
        if (from.onEvent == null) {
            throw new IllegalStateException("onEvent is missing: give onEvent(...)");
        }
        this.onEvent = from.onEvent;
        this.gate = new PushGate(from);
    }

    /**
     * Makes one with a token.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder(true);
    }

    /**
     * Makes one without a token. It believes whoever posts to it, so let nobody reach it but Nimble.
     *
     * @return a builder
     */
    public static Builder builderWithoutToken() {
        return new Builder(false);
    }

    /**
     * One without a token. It believes whoever posts to it, so let nobody reach it but Nimble.
     *
     * @param onEvent is told each event
     * @return the handler
     */
    public static StreamEventHandler withoutToken(Consumer<StreamEvent> onEvent) {
        return builderWithoutToken().onEvent(onEvent).build();
    }

    @Override
    CompletableFuture<HandlerReply> answer(byte[] body) throws Refusal {
        PushHeader header = gate.open(body);
        boolean xml = Posted.isXml(body);
        List<StreamEvent> events = EventReader.read(body, entries());
        return inTime(gate.once(header, () -> tell(events)))
                .thenApply(told -> Replies.push(xml, null, gate.solution(header)));
    }

    private CompletableFuture<List<String>> tell(List<StreamEvent> events) {
        CompletableFuture<List<String>> told = CompletableFuture.completedFuture(List.of());
        for (StreamEvent event : events) {
            told = told.handle((before, failure) -> UserCode.ask(this::tell, event)
                            .thenCompose(now -> failure == null
                                    ? CompletableFuture.completedFuture(now)
                                    : CompletableFuture.<List<String>>failedFuture(failure)))
                    .thenCompose(Function.identity());
        }
        return told;
    }

    private CompletionStage<List<String>> tell(StreamEvent event) {
        return onEvent.apply(event).thenApply(anything -> List.of());
    }

    /** Makes a {@link StreamEventHandler}. Not thread-safe. */
    public static final class Builder extends PushHandlerBuilder<Builder> {
        private @Nullable Function<StreamEvent, ? extends CompletionStage<?>> onEvent;

        private Builder(boolean withToken) {
            super(withToken);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * What is done with each event. Required.
         *
         * @param onEvent is told it
         * @return this builder
         */
        public Builder onEvent(Consumer<StreamEvent> onEvent) {
            Objects.requireNonNull(onEvent, "onEvent");
            return onEventAsync(event -> {
                onEvent.accept(event);
                return CompletableFuture.completedFuture("");
            });
        }

        /**
         * The same for code that ends later; the next event waits for it.
         *
         * @param onEvent is told the event
         * @return this builder
         */
        public Builder onEventAsync(Function<StreamEvent, ? extends CompletionStage<?>> onEvent) {
            this.onEvent = Objects.requireNonNull(onEvent, "onEvent");
            return this;
        }

        /**
         * Makes the handler.
         *
         * @return the handler
         * @throws IllegalStateException if the token or {@code onEvent} is missing
         */
        public StreamEventHandler build() {
            return new StreamEventHandler(this);
        }
    }
}
