package io.github.nimbleapi.internal.scte35;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.scte35.TimeSignal;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** The operations that set markers. What they say goes into the query; there is no body. */
final class Markers {
    private Markers() {}

    static Operation<Void> out(String app, String stream) {
        return set(Endpoint.SCTE35_OUT.request(app, stream));
    }

    static Operation<Void> out(String app, String stream, Duration duration) {
        return set(outLasting(app, stream, duration));
    }

    static Operation<Void> out(String app, String stream, Duration duration, long uniqueProgramId) {
        return set(ofProgram(outLasting(app, stream, duration), uniqueProgramId));
    }

    static Operation<Void> in(String app, String stream) {
        return set(Endpoint.SCTE35_IN.request(app, stream));
    }

    static Operation<Void> in(String app, String stream, long uniqueProgramId) {
        return set(ofProgram(Endpoint.SCTE35_IN.request(app, stream), uniqueProgramId));
    }

    static Operation<Void> timeSignal(String app, String stream, TimeSignal signal) {
        Objects.requireNonNull(signal, "signal");
        Request request = Endpoint.SCTE35_TIME_SIGNAL.request(app, stream);
        request = with(request, "seg_type", signal.segmentationType());
        request = with(request, "upid_type", signal.upidType());
        request = with(request, "upid", Optional.of(signal.upid()).filter(upid -> !upid.isEmpty()));
        return set(with(request, "duration", signal.duration().map(Duration::toSeconds)));
    }

    private static Request outLasting(String app, String stream, Duration duration) {
        long seconds = Checks.wholeSeconds(duration, "duration").toSeconds();
        return Endpoint.SCTE35_OUT.request(app, stream).with("duration", Long.toString(seconds));
    }

    private static Request with(Request request, String name, Optional<?> value) {
        return value.map(known -> request.with(name, known.toString())).orElse(request);
    }

    private static Request ofProgram(Request request, long uniqueProgramId) {
        return request.with("unique_program_id", Long.toString(Checks.notNegative(uniqueProgramId, "uniqueProgramId")));
    }

    private static Operation<Void> set(Request request) {
        return Answer.command(request);
    }
}
