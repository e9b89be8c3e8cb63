package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.nimbleapi.icecast.IcecastStreamInfo;
import java.net.URI;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Arguments that are null. */
class MissingArgumentsTest {
    private static final IcecastStreamInfo JAZZ =
            IcecastStreamInfo.builder().name("Jazz").build();

    static Stream<Arguments> calls() {
        return Stream.of(
                call("sessionTimeout", fake -> FakeNimble.builder().sessionTimeout(none())),
                call("interval", fake -> fake.payPerView().every(none())),
                call("timeout", fake -> fake.payPerView().timeout(none())),
                call("handler", fake -> fake.payPerView().handler(none())),
                call("tolerance", fake -> fake.wmsAuth().tolerance(none())),
                call("apps", fake -> fake.playbackAuthorization().apps(MissingArgumentsTest.<String[]>none())),
                call("duration", fake -> fake.dvr().addArchive("live", "tv", s -> s.recorded(Instant.EPOCH, none()))),
                call("moment", fake -> fake.dvr().addArchive("live", "tv").isRecorded(none())),
                call("app", fake -> fake.addStream(none(), "tv")),
                call("stream", fake -> fake.addStream("live", none())),
                call("name", fake -> fake.server().addGpu(none())),
                call("blockId", fake -> fake.server().addPlaylist("live", "loop", none(), "intro")),
                call("blockName", fake -> fake.server().addPlaylist("live", "loop", "b517f333", none())),
                call("app", fake -> fake.icecast().put(none(), "tv", JAZZ)),
                call("stream", fake -> fake.icecast().put("live", none(), JAZZ)),
                call("app", fake -> fake.icecast().info(none(), "tv")),
                call("stream", fake -> fake.icecast().info("live", none())),
                call("links", fake -> fake.publishControl().publish(MissingArgumentsTest.<URI[]>none())),
                call("link", fake -> fake.publishControl().publish(URI.create("rtmp://host/live/tv"), none())),
                call("rule", fake -> fake.republishing().addRule(none())),
                call("name", fake -> Fault.status(503).header(none(), "x")),
                call("value", fake -> Fault.status(503).header("x", none())));
    }

    @ParameterizedTest(name = "{index} {0}")
    @MethodSource("calls")
    void areNamed(String argument, Consumer<FakeNimble> call, @NimbleServer FakeNimble fake) {
        assertThatNullPointerException().isThrownBy(() -> call.accept(fake)).withMessage(argument);
    }

    private static Arguments call(String argument, Consumer<FakeNimble> call) {
        return arguments(argument, call);
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }
}
