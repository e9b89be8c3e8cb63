package io.github.nimbleapi.internal.scte35;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.scte35.TimeSignal;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalInt;

/** The operations that set markers. What they say goes into the query; there is no body. */
final class Markers {
    private Markers() {}

    static Operation<Void> out(String app, String stream) {
        return Answer.command(Endpoint.SCTE35_OUT.request(app, stream));
    }

    static Operation<Void> out(String app, String stream, Duration duration) {
        return Answer.command(outLasting(app, stream, duration));
    }

    static Operation<Void> out(String app, String stream, Duration duration, long uniqueProgramId) {
        return Answer.command(ofProgram(outLasting(app, stream, duration), uniqueProgramId));
    }

    static Operation<Void> out(String app, String stream, long uniqueProgramId) {
        return Answer.command(ofProgram(Endpoint.SCTE35_OUT.request(app, stream), uniqueProgramId));
    }

    static Operation<Void> in(String app, String stream) {
        return Answer.command(Endpoint.SCTE35_IN.request(app, stream));
    }

    static Operation<Void> in(String app, String stream, long uniqueProgramId) {
        return Answer.command(ofProgram(Endpoint.SCTE35_IN.request(app, stream), uniqueProgramId));
    }

    static Operation<Void> timeSignal(String app, String stream, TimeSignal signal) {
        Objects.requireNonNull(signal, "signal");
        Request request = Endpoint.SCTE35_TIME_SIGNAL.request(app, stream);
        request = with(request, "seg_type", number(signal.segmentationType()));
        request = with(request, "upid_type", number(signal.upidType()));
        request = with(request, "upid", signal.upid());
        return Answer.command(with(
                request, "duration", signal.duration().map(Markers::seconds).orElse("")));
    }

    private static Request outLasting(String app, String stream, Duration duration) {
        return Endpoint.SCTE35_OUT
                .request(app, stream)
                .with("duration", seconds(Checks.wholeSeconds(duration, "duration")));
    }

    private static Request with(Request request, String name, String value) {
        return value.isEmpty() ? request : request.with(name, value);
    }

    private static String number(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "";
    }

    private static String seconds(Duration duration) {
        return Long.toString(duration.toSeconds());
    }

    private static Request ofProgram(Request request, long uniqueProgramId) {
        return request.with("unique_program_id", Long.toString(Checks.notNegative(uniqueProgramId, "uniqueProgramId")));
    }
}
