package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Ticker;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The pay-per-view framework of a fake, from {@link FakeNimble#payPerView()}: it reports to your handler which viewers
 * watch what, and puts out those whom the handler denies. Only sessions with a viewer id are reported. Thread-safe.
 */
public final class FakePayPerView {
    private final FakeSessions sessions;
    private final Handler handler;
    private final ViewingMeter meter;
    private final Object reporting = new Object();
    private @Nullable PayPerViewReport latest;
    private boolean settled;
    private final List<Ticker> tickers = new ArrayList<>();
    private boolean closed;
    private volatile Set<String> denied = Set.of();

    FakePayPerView(FakeSessions sessions, Clock clock, Handlers handlers) {
        this.sessions = sessions;
        this.handler = new Handler(handlers);
        this.meter = new ViewingMeter(sessions);
    }

    /**
     * Reports go to a handler, without a signature.
     *
     * @param handler its URL, http or https
     * @throws IllegalArgumentException if it is no such URL
     */
    public void handler(URI handler) {
        this.handler.at(handler);
        meter.turnOn();
    }

    /**
     * Reports go to a handler, signed. The handler has to send the solution of the puzzle with its answer.
     *
     * @param handler its URL, http or https
     * @param token the token that both sides know, not blank
     * @throws IllegalArgumentException if it is no such URL, or the token is blank
     */
    public void handler(URI handler, String token) {
        this.handler.at(handler, token);
        meter.turnOn();
    }

    /**
     * How long the handler may take for its whole answer.
     *
     * @param timeout more than zero; default: 5 seconds
     * @throws IllegalArgumentException if it is zero or less
     */
    public void timeout(Duration timeout) {
        handler.timeout(timeout);
    }

    /**
     * Reports again and again, by real time whatever the clock of the fake says. Nothing is sent before a handler is set.
     *
     * @param interval the pause before each report; zero, the default, to report only when {@link #report()} is called
     * @throws IllegalArgumentException if it is negative
     * @throws IllegalStateException if the fake is closed
     */
    public void every(Duration interval) {
        if (Objects.requireNonNull(interval, "interval").isNegative()) {
            throw new IllegalArgumentException("interval is " + interval + ": give zero or more");
        }
        tick(interval);
    }

    /**
     * Reports now: what was watched since the last report that was answered with 200, also by those who have left
     * meanwhile. Returns when the answer has come and was obeyed.
     *
     * @return what became of it; {@link HandlerCall#problem()} is empty if the answer was obeyed
     * @throws IllegalStateException if no handler is set
     */
    public HandlerCall report() {
        synchronized (reporting) {
            latest = new PayPerViewReport(meter.read(), handler.token());
            settled = false;
            return send(latest);
        }
    }

    /**
     * Sends the latest report once more, the very same bytes, as somebody would who has listened.
     *
     * @return what became of it
     * @throws IllegalStateException if nothing was reported yet
     */
    public HandlerCall repeat() {
        synchronized (reporting) {
            if (latest == null) {
                throw new IllegalStateException("nothing was reported yet: call report() first");
            }
            return send(latest);
        }
    }

    /**
     * The viewers that are kept out: those of the latest answer that was obeyed.
     *
     * @return an immutable set of viewer ids
     */
    public Set<String> denied() {
        return denied;
    }

    boolean denies(String viewerId) {
        return denied.contains(viewerId);
    }

    /** To be called when no handler can be reached any more. */
    synchronized void close() {
        closed = true;
        tickers.forEach(Ticker::close);
    }

    private synchronized void tick(Duration interval) {
        if (closed) {
            throw new IllegalStateException("the fake is closed");
        }
        tickers.forEach(Ticker::stop);
        tickers.removeIf(Ticker::isGone);
        if (!interval.isZero()) {
            tickers.add(new Ticker("fake-nimble-pay-per-view", interval, this::reportIfHandled));
        }
    }

    private void reportIfHandled() {
        if (handler.isSet()) {
            report();
        }
    }

    private HandlerCall send(PayPerViewReport report) {
        HandlerCall call = handler.post(report.body(), answered -> problem(report, answered));
        if (call.isAnswered(200) && !settled) {
            settled = true;
            meter.settle(report.watched);
        }
        if (call.problem().isEmpty()) {
            obey(denyList(call).orElseThrow());
        }
        return call;
    }

    private static String problem(PayPerViewReport report, HandlerCall call) {
        if (!call.isAnswered(200)) {
            return "the handler has to answer 200";
        }
        if (!report.isSolved(call.answer().map(answer -> answer.get("Solution")).orElse(null))) {
            return "Solution is missing or wrong, so DenyList is ignored";
        }
        return denyList(call).isPresent() ? "" : "the answer is no JSON object with a list of ids in DenyList.ID";
    }

    /** Empty where it can't be understood; nobody is on a list that is not there. */
    private static Optional<Set<String>> denyList(HandlerCall call) {
        return call.answer()
                .map(answer -> Objects.requireNonNullElse(answer.get("DenyList"), Map.of()))
                .filter(Map.class::isInstance)
                .map(list -> Objects.requireNonNullElse(((Map<?, ?>) list).get("ID"), List.of()))
                .filter(List.class::isInstance)
                .flatMap(ids -> ids((List<?>) ids));
    }

    private static Optional<Set<String>> ids(List<?> listed) {
        Set<String> ids = new HashSet<>();
        for (Object id : listed) {
            if (!(id instanceof String) && !(id instanceof BigDecimal)) {
                return Optional.empty();
            }
            ids.add(id instanceof String ? (String) id : ((BigDecimal) id).toPlainString());
        }
        ids.remove("");
        return Optional.of(ids);
    }

    private void obey(Set<String> list) {
        denied = Set.copyOf(list);
        sessions.running().stream()
                .filter(session -> denies(session.viewerId()))
                .forEach(sessions::disconnect);
    }
}
