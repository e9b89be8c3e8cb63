package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.scte35.TimeSignal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** SCTE-35 markers. */
abstract class Scte35Contract extends Contract {
    Scte35Contract(TestServer.Starter starter) {
        super(starter);
    }

    @BeforeEach
    void oneIsLive() {
        server.addStream("live", "one");
    }

    @Test
    void anAdBreakBegins() {
        nimble.scte35().out("live", "one");
        nimble.scte35().out("live", "one", Duration.ofMinutes(1));
        nimble.scte35().out("live", "one", Duration.ofSeconds(1), 7);
        nimble.scte35().out("live", "one", 7);
        nimble.scte35().outAsync("live", "one").join();
        nimble.scte35().outAsync("live", "one", 8).join();
        nimble.scte35().outAsync("live", "one", Duration.ofSeconds(30)).join();
        nimble.scte35().outAsync("live", "one", Duration.ofHours(1), 0).join();
        assertThat(server.markers())
                .containsExactly(
                        "out live/one",
                        "out live/one duration=60",
                        "out live/one duration=1 unique_program_id=7",
                        "out live/one unique_program_id=7",
                        "out live/one",
                        "out live/one unique_program_id=8",
                        "out live/one duration=30",
                        "out live/one duration=3600 unique_program_id=0");
    }

    @Test
    void anAdBreakEnds() {
        nimble.scte35().in("live", "one");
        nimble.scte35().in("live", "one", 7);
        nimble.scte35().inAsync("live", "one").join();
        nimble.scte35().inAsync("live", "one", 8).join();
        assertThat(server.markers())
                .containsExactly(
                        "in live/one",
                        "in live/one unique_program_id=7",
                        "in live/one",
                        "in live/one unique_program_id=8");
    }

    @Test
    void aTimeSignalSaysWhatIsSet() {
        TimeSignal signal = TimeSignal.builder()
                .segmentationType(52)
                .upidType(15)
                .upid("urn:x?a=b&c+ \u00fc%2F")
                .duration(Duration.ofSeconds(30))
                .build();
        nimble.scte35().timeSignal("live", "one", signal);
        nimble.scte35()
                .timeSignalAsync(
                        "live", "one", TimeSignal.builder().segmentationType(53).build())
                .join();
        assertThat(server.markers())
                .containsExactly(
                        "time_signal live/one seg_type=52 upid_type=15 upid=urn:x?a=b&c+ \u00fc%2F duration=30",
                        "time_signal live/one seg_type=53");
    }

    @Test
    void aStreamThatIsNotLiveHasNoMarkers() {
        TimeSignal signal = TimeSignal.builder().build();
        assertThatThrownBy(() -> nimble.scte35().out("live", "two")).isInstanceOf(NimbleNotFoundException.class);
        assertThatThrownBy(() -> nimble.scte35().in("one", "live")).isInstanceOf(NimbleNotFoundException.class);
        assertThatThrownBy(() -> nimble.scte35().timeSignal("live", "two", signal))
                .isInstanceOf(NimbleNotFoundException.class);
        assertThatThrownBy(() -> nimble.scte35().outAsync("live", "two").join())
                .hasCauseInstanceOf(NimbleNotFoundException.class);
        assertThat(server.markers()).isEmpty();
    }

    @Test
    void aMarkerIsSentOnce() {
        server.failNext(TestServer.Failure.UNAVAILABLE, 3);
        assertThatThrownBy(() -> nimble.scte35().out("live", "one")).isExactlyInstanceOf(NimbleResponseException.class);
        assertThatThrownBy(() -> nimble.scte35().in("live", "one")).isExactlyInstanceOf(NimbleResponseException.class);
        assertThatThrownBy(() -> nimble.scte35()
                        .timeSignal("live", "one", TimeSignal.builder().build()))
                .isExactlyInstanceOf(NimbleResponseException.class);
        assertThat(server.calls()).hasSize(3);
    }
}
