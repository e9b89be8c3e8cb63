package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.stream.LiveStream;
import org.junit.jupiter.api.Test;

/** What is live. */
abstract class LiveStreamsContract extends Contract {
    LiveStreamsContract(TestServer.Starter starter) {
        super(starter);
    }

    @Test
    void listsNoneWhereNothingIsLive() {
        assertThat(nimble.liveStreams().list()).isEmpty();
        assertThat(nimble.liveStreams().find("live", "one")).isEmpty();
    }

    @Test
    void listsAllOrThoseOfAnApplication() {
        server.addStream("live", "one");
        server.addStream("radio", "jazz");
        server.addStream("live", "two");
        assertThat(nimble.liveStreams().list())
                .extracting(stream -> stream.app() + "/" + stream.stream())
                .containsExactlyInAnyOrder("live/one", "live/two", "radio/jazz");
        assertThat(nimble.liveStreams().listAsync().join()).hasSize(3);
        assertThat(nimble.liveStreams().list("live"))
                .extracting(LiveStream::stream)
                .containsExactly("one", "two");
        assertThat(nimble.liveStreams().listAsync("radio").join()).hasSize(1);
        assertThat(nimble.liveStreams().list("vod")).isEmpty();
    }

    @Test
    void findsOne() {
        server.addStream("live", "one");
        assertThat(nimble.liveStreams().find("live", "one")).hasValueSatisfying(stream -> {
            assertThat(stream.protocol()).isEqualTo("RTMP");
            assertThat(stream.bandwidth()).isEqualTo(2_500_000);
        });
        assertThat(nimble.liveStreams().findAsync("live", "one").join()).isPresent();
        assertThat(nimble.liveStreams().find("live", "two")).isEmpty();
        assertThat(nimble.liveStreams().find("one", "live")).isEmpty();
    }
}
