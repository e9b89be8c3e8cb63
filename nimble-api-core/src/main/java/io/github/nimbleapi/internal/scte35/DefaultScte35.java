package io.github.nimbleapi.internal.scte35;

import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.scte35.Scte35;
import io.github.nimbleapi.scte35.TimeSignal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** SCTE-35 markers over a {@link CallRunner}. */
public final class DefaultScte35 implements Scte35 {
    private final CallRunner calls;

    public DefaultScte35(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public void out(String app, String stream) {
        calls.block(Markers.out(app, stream));
    }

    @Override
    public CompletableFuture<Void> outAsync(String app, String stream) {
        return calls.start(Markers.out(app, stream));
    }

    @Override
    public void out(String app, String stream, Duration duration) {
        calls.block(Markers.out(app, stream, duration));
    }

    @Override
    public CompletableFuture<Void> outAsync(String app, String stream, Duration duration) {
        return calls.start(Markers.out(app, stream, duration));
    }

    @Override
    public void out(String app, String stream, Duration duration, long uniqueProgramId) {
        calls.block(Markers.out(app, stream, duration, uniqueProgramId));
    }

    @Override
    public CompletableFuture<Void> outAsync(String app, String stream, Duration duration, long uniqueProgramId) {
        return calls.start(Markers.out(app, stream, duration, uniqueProgramId));
    }

    @Override
    public void out(String app, String stream, long uniqueProgramId) {
        calls.block(Markers.out(app, stream, uniqueProgramId));
    }

    @Override
    public CompletableFuture<Void> outAsync(String app, String stream, long uniqueProgramId) {
        return calls.start(Markers.out(app, stream, uniqueProgramId));
    }

    @Override
    public void in(String app, String stream) {
        calls.block(Markers.in(app, stream));
    }

    @Override
    public CompletableFuture<Void> inAsync(String app, String stream) {
        return calls.start(Markers.in(app, stream));
    }

    @Override
    public void in(String app, String stream, long uniqueProgramId) {
        calls.block(Markers.in(app, stream, uniqueProgramId));
    }

    @Override
    public CompletableFuture<Void> inAsync(String app, String stream, long uniqueProgramId) {
        return calls.start(Markers.in(app, stream, uniqueProgramId));
    }

    @Override
    public void timeSignal(String app, String stream, TimeSignal signal) {
        calls.block(Markers.timeSignal(app, stream, signal));
    }

    @Override
    public CompletableFuture<Void> timeSignalAsync(String app, String stream, TimeSignal signal) {
        return calls.start(Markers.timeSignal(app, stream, signal));
    }
}
