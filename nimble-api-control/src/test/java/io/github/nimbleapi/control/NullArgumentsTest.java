package io.github.nimbleapi.control;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.nimbleapi.control.fleet.FleetSessions;
import io.github.nimbleapi.control.fleet.NimbleFleet;
import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.control.guard.BlocklistStore;
import io.github.nimbleapi.control.guard.SessionRules;
import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.PayPerViewReport;
import io.github.nimbleapi.control.handler.PlaybackDecision;
import io.github.nimbleapi.control.handler.PlaybackRequest;
import io.github.nimbleapi.control.handler.PublishControlHandler;
import io.github.nimbleapi.control.handler.ReportedViewer;
import io.github.nimbleapi.control.watch.Usage;
import io.github.nimbleapi.control.watch.UsageMeter;
import java.nio.file.Path;
import java.util.Collections;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who gives null is told to which parameter, at once. */
class NullArgumentsTest {
    static Stream<Arguments> calls() {
        try (Edges edges = new Edges(1)) {
            NimbleFleet fleet = edges.fleet();
            UsageMeter meter = UsageMeter.perViewer();
            Blocklist empty = Blocklist.create();
            Blocklist full = Blocklist.create();
            full.blockIp("192.0.2.1");
            full.blockStream("live", "news");
            return Stream.of(
                    call("NimbleFleet.of", "clients", () -> NimbleFleet.of(absent())),
                    call("NimbleFleet.only", "servers", () -> fleet.only(absent())),
                    call("NimbleFleet.deleteAll", "sessions", () -> fleet.deleteAll(absent())),
                    call("NimbleFleet.deleteAllAsync", "sessions", () -> fleet.deleteAllAsync(absent())),
                    call("FleetSessions.of", "result", () -> FleetSessions.of(absent())),
                    call(
                            "HandlerServer.Builder.handle",
                            "path",
                            () -> HandlerServer.builder().handle(absent(), PublishControlHandler.of(attempt -> true))),
                    call("PlaybackDecision.redirect", "location", () -> PlaybackDecision.redirect(absent())),
                    call("PlaybackRequest.of", "members", () -> PlaybackRequest.of(absent())),
                    call(
                            "PlaybackRequest.of a value",
                            "the value of url in members",
                            () -> PlaybackRequest.of(Collections.singletonMap("url", absent()))),
                    call("PayPerViewReport.of", "viewers", () -> PayPerViewReport.of("", absent())),
                    call(
                            "ReportedViewer.userAgents",
                            "userAgents",
                            () -> ReportedViewer.builder("ann").userAgents(absent())),
                    call("Usage.plus", "other", () -> Usage.NONE.plus(absent())),
                    call("UsageMeter.add a report", "report", () -> meter.add(absent())),
                    call("UsageMeter.add", "usage", () -> meter.add("ann", absent())),
                    call(
                            "SessionRules.onlyApplications",
                            "apps",
                            () -> SessionRules.onlyApplications(NullArgumentsTest.<String[]>absent())),
                    call("BlocklistStore.file", "file", () -> BlocklistStore.file(NullArgumentsTest.<Path>absent())),
                    call("Blocklist.isViewerBlocked", "viewerId", () -> empty.isViewerBlocked(absent())),
                    call("Blocklist.isIpBlocked, empty", "ip", () -> empty.isIpBlocked(absent())),
                    call("Blocklist.isIpBlocked", "ip", () -> full.isIpBlocked(absent())),
                    call("Blocklist.isStreamBlocked, empty", "app", () -> empty.isStreamBlocked(absent(), "x")),
                    call("Blocklist.isStreamBlocked", "app", () -> full.isStreamBlocked(absent(), "x")),
                    call("Blocklist.isStreamBlocked", "stream", () -> full.isStreamBlocked("x", absent())),
                    call("Blocklist.blockOf", "session", () -> empty.blockOf(absent())));
        }
    }

    private static Arguments call(String method, String parameter, Executable call) {
        return Arguments.of(Named.of(method, call), parameter);
    }

    @ParameterizedTest
    @MethodSource("calls")
    void nullIsRefusedByItsName(Executable call, String parameter) {
        assertThatNullPointerException().isThrownBy(call::execute).withMessage(parameter);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what must not be given
    private static <T> T absent() {
        return null;
    }
}
