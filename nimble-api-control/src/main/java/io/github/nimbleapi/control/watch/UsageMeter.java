package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.control.handler.PayPerViewReport;
import io.github.nimbleapi.control.handler.ReportedViewer;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.session.PlaybackSession;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * Sums up watched time and bytes by viewer, stream or application.
 *
 * <pre>{@code
 * UsageMeter meter = UsageMeter.perViewer();
 * try (SessionWatcher watcher = SessionWatcher.builder(nimble).listener(meter).build().start()) {
 *   TimeUnit.MINUTES.sleep(5);
 *   Map<String, Usage> drained = meter.drain();
 *   try {
 *     java.nio.file.Files.writeString(Path.of("usage-" + Instant.now()), drained.toString());
 *   } catch (java.io.IOException e) {
 *     drained.forEach(meter::add); // back: it is in the next drain
 *   }
 * }
 * }</pre>
 *
 * <p>It is fed by a {@link SessionWatcher} or by pay-per-view reports. Both tell of the same sessions: a meter that is
 * fed by both counts twice. One meter may listen to the watchers of several servers. It grows with the number of keys
 * until it is drained. Thread-safe: what is added is in exactly one drain, or still in the meter. It leaves failed polls to
 * other listeners.
 */
public final class UsageMeter implements SessionListener {
    private final Function<PlaybackSession, String> keyOfSession;
    private final Function<ReportedViewer, String> keyOfReported;
    private Map<String, Usage> used = new HashMap<>();

    private UsageMeter(Function<PlaybackSession, String> keyOfSession, Function<ReportedViewer, String> keyOfReported) {
        this.keyOfSession = keyOfSession;
        this.keyOfReported = keyOfReported;
    }

    /**
     * A meter whose keys are ids of viewers ({@code ppv_id}), {@code ""} for all sessions without one.
     *
     * @return a new meter
     */
    public static UsageMeter perViewer() {
        return new UsageMeter(session -> session.viewerId().orElse(""), ReportedViewer::viewerId);
    }

    /**
     * A meter whose keys are streams, such as {@code live/news}: application, slash, stream.
     *
     * @return a new meter
     */
    public static UsageMeter perStream() {
        return new UsageMeter(
                session -> session.app() + "/" + session.stream(), viewer -> viewer.app() + "/" + viewer.stream());
    }

    /**
     * A meter whose keys are names of applications.
     *
     * @return a new meter
     */
    public static UsageMeter perApplication() {
        return new UsageMeter(PlaybackSession::app, ReportedViewer::app);
    }

    @Override
    public void onEvent(SessionEvent event) {
        add(keyOfSession.apply(event.session()), event.usage());
    }

    /** Does nothing: a failed poll uses nothing, and may be logged by another listener already. */
    @Override
    public void onFailure(NimbleException failure) {}

    /**
     * Adds what a pay-per-view report tells.
     *
     * @param report the report; its bytes count as sent
     */
    public synchronized void add(PayPerViewReport report) {
        for (ReportedViewer viewer : Objects.requireNonNull(report, "report").viewers()) {
            add(keyOfReported.apply(viewer), Usage.of(viewer.watched(), viewer.bytesSent(), 0));
        }
    }

    /**
     * Adds to one sum: what was drained in vain, or was measured elsewhere.
     *
     * @param key a viewer, stream or application
     * @param usage what was used
     */
    public synchronized void add(String key, Usage usage) {
        Objects.requireNonNull(key, "key");
        if (!Objects.requireNonNull(usage, "usage").equals(Usage.NONE)) {
            used.merge(key, usage, Usage::plus);
        }
    }

    /**
     * What was added for a key since the last {@link #drain()}.
     *
     * @param key a viewer, stream or application
     * @return the sum, {@link Usage#NONE} for an unknown key
     */
    public synchronized Usage of(String key) {
        return used.getOrDefault(Objects.requireNonNull(key, "key"), Usage.NONE);
    }

    /**
     * All sums since the last {@link #drain()}, which stay.
     *
     * @return an immutable copy
     */
    public synchronized Map<String, Usage> snapshot() {
        return Map.copyOf(used);
    }

    /**
     * Takes all sums out, so that the meter begins again at zero: for those who write them down from time to time. Put
     * them back with {@link #add(String, Usage)} if that fails.
     *
     * @return all sums since the last call, immutable
     */
    public synchronized Map<String, Usage> drain() {
        Map<String, Usage> drained = used;
        used = new HashMap<>();
        return Collections.unmodifiableMap(drained);
    }
}
