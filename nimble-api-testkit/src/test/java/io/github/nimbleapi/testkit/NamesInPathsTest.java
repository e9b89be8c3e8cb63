package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.scte35.TimeSignal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of applications and streams on their way through a path. */
class NamesInPathsTest {
    @NimbleServer
    FakeNimble fake;

    @NimbleServer(value = "guarded", managementToken = "s3cret")
    FakeNimble guarded;

    @ParameterizedTest
    @CsvSource({
        "a b, a%20b",
        "\u00e4, %C3%A4",
        "a/b, a%2Fb",
        "%2F, %252F",
        "%, %25",
        "smil:x.smil, smil:x.smil",
        "+, %2B",
        "\ud83d\ude00, %F0%9F%98%80",
        "a?b#c, a%3Fb%23c",
        "a;b=c&d, a;b=c&d",
        "..., ...",
        "' ', %20"
    })
    void aNameArrivesAsItWasGiven(String name, String encoded) {
        for (FakeNimble nimble : new FakeNimble[] {fake, guarded}) {
            arrivesAt(nimble, name, encoded);
        }
    }

    private static void arrivesAt(FakeNimble fake, String name, String encoded) {
        NimbleClient nimble = fake.newClient();
        fake.icecast()
                .put(name, name, IcecastStreamInfo.builder().title("before").build());
        fake.icecast().put("other", name, IcecastStreamInfo.builder().build());
        fake.addStream(name, name);

        assertThat(nimble.icecast().streamInfo(name, name))
                .map(IcecastStreamInfo::title)
                .contains("before");
        nimble.icecast().updateMetadata(name, name, name);
        assertThat(fake.icecast().info(name, name))
                .map(IcecastStreamInfo::title)
                .contains(name);
        nimble.scte35().timeSignal(name, name, TimeSignal.builder().upid(name).build());
        assertThat(fake.scte35().markers(name, name))
                .singleElement()
                .satisfies(marker -> assertThat(marker.parameters()).containsEntry("upid", name));
        assertThat(fake.calls())
                .extracting(RecordedCall::path)
                .containsExactly(
                        "/manage/icecast_stream_info/" + encoded + "/" + encoded,
                        "/manage/icecast_metadata/" + encoded + "/" + encoded,
                        "/manage/advertizer/scte35_time_signal/" + encoded + "/" + encoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aNameThatCanNotArriveIsNotSent(String name) {
        NimbleClient nimble = fake.newClient();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nimble.icecast().streamInfo(name, "one"))
                .withMessageStartingWith("app ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nimble.icecast().streamInfoAsync("live", name))
                .withMessageStartingWith("stream ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> nimble.icecast().updateMetadata("live", name, "x"))
                .withMessageStartingWith("stream ");
        assertThat(fake.calls()).isEmpty();
    }
}
