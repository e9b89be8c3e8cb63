package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.control.guard.Blocklist;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Answers pay-per-view reports (push API, sync handler), JSON and XML: bills who watched, and says whom Nimble must
 * disconnect and keep out.
 *
 * <pre>{@code
 * PayPerViewHandler handler = PayPerViewHandler.builder()
 *     .token(token)
 *     .onReport(report -> Set.of("user-42"))   // bill here; the answer are viewers to deny
 *     .build();
 * HandlerReply reply = handler.handle(body);
 * }</pre>
 *
 * <p>The signature is checked before anything else is done with the body, in constant time. It covers {@code ID} and
 * {@code Puzzle} only: whoever can change a report on its way to you can change what it says. A pair of both that was
 * seen before is answered, but not billed again; one that is made of the same text, or of an earlier {@code Puzzle}, is
 * forged. If your code failed, the pair is forgotten, and Nimble's next try is billed. Code that answered too late
 * ({@link HandlerBuilder#answerWithin}) may still finish: the pair stays known until it has.
 *
 * <p>The {@code DenyList} of every reply has the viewers that your code answered, those that the {@link Blocklist} blocks
 * now, and those of the report who come from a blocked address. Blocked streams are not enforced here, because Nimble
 * denies a viewer everywhere. A viewer whose id is {@code ""} can't be denied. Thread-safe; keep one, because it is the
 * handler that remembers the pairs.
 */
public final class PayPerViewHandler extends ReceivingHandler implements NimbleHandler {
    private final Function<PayPerViewReport, CompletionStage<Collection<String>>> onReport;
    private final @Nullable Blocklist blocklist;
    private final PushGate gate;

    private PayPerViewHandler(Builder from) {
        super("pay-per-view", from);
        this.onReport = from.requireOnReport();
        this.blocklist = from.blocklist;
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
     * @param onReport is told each report, and answers the ids of viewers to deny
     * @return the handler
     */
    public static PayPerViewHandler withoutToken(Function<PayPerViewReport, ? extends Collection<String>> onReport) {
        return builderWithoutToken().onReport(onReport).build();
    }

    @Override
    CompletableFuture<HandlerReply> answer(byte[] body) throws Refusal {
        PushHeader header = gate.open(body);
        boolean xml = Posted.isXml(body);
        PayPerViewReport report = ReportReader.read(header.id(), body, entries());
        return inTime(gate.once(header, () -> ask(report)))
                .thenApply(ids -> Replies.push(xml, denied(ids, report), gate.solution(header)));
    }

    private CompletableFuture<List<String>> ask(PayPerViewReport report) {
        return UserCode.ask(onReport, report)
                .thenApply(ids ->
                        ids.stream().filter(PayPerViewHandler::namesSomebody).collect(Collectors.toList()));
    }

    private Collection<String> denied(List<String> ids, PayPerViewReport report) {
        Collection<String> denied = new TreeSet<>(ids);
        if (blocklist != null) {
            denied.addAll(blocklist.blockedViewers());
            for (ReportedViewer viewer : report.viewers()) {
                if (namesSomebody(viewer.viewerId()) && blocklist.isIpBlocked(viewer.ip())) {
                    denied.add(viewer.viewerId());
                }
            }
        }
        return denied;
    }

    private static boolean namesSomebody(@Nullable String id) {
        return id != null && !id.isBlank();
    }

    /** Makes a {@link PayPerViewHandler}. Not thread-safe. */
    public static final class Builder extends PushHandlerBuilder<Builder> {
        private @Nullable Function<PayPerViewReport, CompletionStage<Collection<String>>> onReport;
        private @Nullable Blocklist blocklist;

        private Builder(boolean withToken) {
            super(withToken);
        }

        @Override
        Builder self() {
            return this;
        }

        /**
         * What is done with each report. Required unless there is a blocklist.
         *
         * @param onReport is told the report, and answers the ids of viewers to deny: none of them null; blank ones, which
         *     can't be denied, are left out. Repeat an id in every answer while its viewer must stay out
         * @return this builder
         */
        public Builder onReport(Function<PayPerViewReport, ? extends Collection<String>> onReport) {
            this.onReport = UserCode.later(onReport, "onReport");
            return this;
        }

        /**
         * The same for code that answers later.
         *
         * @param onReport is told the report, and answers the ids of viewers to deny
         * @return this builder
         */
        public Builder onReportAsync(
                Function<PayPerViewReport, ? extends CompletionStage<? extends Collection<String>>> onReport) {
            Objects.requireNonNull(onReport, "onReport");
            this.onReport = report -> UserCode.ask(onReport, report);
            return this;
        }

        /**
         * Who else must not watch: its viewers and addresses, not its streams.
         *
         * @param blocklist the blocklist
         * @return this builder
         */
        public Builder blocklist(Blocklist blocklist) {
            this.blocklist = Objects.requireNonNull(blocklist, "blocklist");
            return this;
        }

        private Function<PayPerViewReport, CompletionStage<Collection<String>>> requireOnReport() {
            if (onReport == null && blocklist == null) {
                throw new IllegalStateException("onReport is missing: give onReport(...) or blocklist(...)");
            }
            return onReport != null ? onReport : UserCode.later(report -> List.of(), "onReport");
        }

        /**
         * Makes the handler.
         *
         * @return the handler
         * @throws IllegalStateException if the token is missing, or there is nothing to do with reports
         */
        public PayPerViewHandler build() {
            return new PayPerViewHandler(this);
        }
    }
}
