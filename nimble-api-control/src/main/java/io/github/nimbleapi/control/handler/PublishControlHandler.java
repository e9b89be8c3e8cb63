package io.github.nimbleapi.control.handler;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers publish control: may this publisher publish? Nimble asks about several at a time, after it found the signature
 * of their links good. It does not sign its requests, so let nobody reach the handler but Nimble.
 *
 * <pre>{@code
 * PublishControlHandler handler = PublishControlHandler.of(attempt -> attempt.publisherId().startsWith("studio-"));
 * }</pre>
 *
 * <p>Every question of a batch is answered. One that your code fails for is answered with {@code fail}, and told to the
 * listener; the others are not touched by it. Immutable and thread-safe.
 */
public final class PublishControlHandler extends ReceivingHandler implements NimbleHandler {
    private final Function<PublishAttempt, ? extends CompletionStage<Boolean>> decide;

    private PublishControlHandler(Builder from) {
        super("publish control", from);
        if (from.decide == null) {
            throw new IllegalStateException("decide is missing: give decide(...)");
        }
        this.decide = from.decide;
    }

    /**
     * One that asks your code.
     *
     * @param decide whether a publisher may publish
     * @return the handler
     */
    public static PublishControlHandler of(Predicate<PublishAttempt> decide) {
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
        List<PublishQuestion> questions = PublishQuestion.read(body, entries());
        List<CompletableFuture<Boolean>> answers =
                questions.stream().map(question -> ask(question.attempt)).collect(Collectors.toList());
        return CompletableFuture.allOf(answers.toArray(new CompletableFuture<?>[0]))
                .thenApply(all -> reply(questions, answers));
    }

    private CompletableFuture<Boolean> ask(PublishAttempt attempt) {
        return inTime(UserCode.ask(decide, attempt)).exceptionally(failure -> {
            tellFailed(failure, 200);
            return false;
        });
    }

    private static HandlerReply reply(List<PublishQuestion> questions, List<CompletableFuture<Boolean>> answers) {
        return Replies.json(200, json -> {
            json.writeArrayFieldStart("PublishAuthResponse");
            for (int i = 0; i < questions.size(); i++) {
                write(json, questions.get(i), answers.get(i).join());
            }
            json.writeEndArray();
        });
    }

    private static void write(JsonGenerator json, PublishQuestion question, boolean may) throws IOException {
        json.writeStartObject();
        if (!question.seq.isEmpty()) {
            json.writeFieldName("seq");
            json.writeRawValue(question.seq);
        }
        json.writeStringField("status", may ? "success" : "fail");
        json.writeEndObject();
    }

    /** Makes a {@link PublishControlHandler}. Not thread-safe. */
    public static final class Builder extends HandlerBuilder<Builder> {
        private @Nullable Function<PublishAttempt, ? extends CompletionStage<Boolean>> decide;

        private Builder() {
            super(Duration.ofSeconds(10));
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * Who may publish. Required.
         *
         * @param decide whether a publisher may publish
         * @return this builder
         */
        public Builder decide(Predicate<PublishAttempt> decide) {
            Objects.requireNonNull(decide, "decide");
            this.decide = UserCode.later(decide::test, "decide");
            return this;
        }

        /**
         * The same for code that answers later; it is asked about all of a batch at once.
         *
         * @param decide whether a publisher may publish
         * @return this builder
         */
        public Builder decideAsync(Function<PublishAttempt, ? extends CompletionStage<Boolean>> decide) {
            this.decide = Objects.requireNonNull(decide, "decide");
            return this;
        }

        /**
         * Makes the handler.
         *
         * @return the handler
         * @throws IllegalStateException if {@code decide} is missing
         */
        public PublishControlHandler build() {
            return new PublishControlHandler(this);
        }
    }
}
