package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.icecast.IcecastStreamInfo;
import org.junit.jupiter.api.Test;

/** Icecast streams and their titles. */
abstract class IcecastContract extends Contract {
    IcecastContract(TestServer.Starter starter) {
        super(starter);
    }

    @Test
    void tellsWhatAStreamSaysOfItself() {
        server.addIcecastStream("radio", "jazz", "Radio Jazz", "So What");
        assertThat(nimble.icecast().streamInfo("radio", "jazz")).hasValueSatisfying(info -> {
            assertThat(info.name()).isEqualTo("Radio Jazz");
            assertThat(info.genre()).isEqualTo("any");
            assertThat(info.bitrate()).isEqualTo(128);
            assertThat(info.title()).isEqualTo("So What");
            assertThat(info.url()).isEmpty();
        });
        assertThat(nimble.icecast().streamInfoAsync("radio", "jazz").join())
                .isEqualTo(nimble.icecast().streamInfo("radio", "jazz"));
    }

    @Test
    void changesTitleAndUrl() {
        server.addIcecastStream("radio", "jazz", "Radio Jazz", "So What");
        nimble.icecast().updateMetadata("radio", "jazz", "Blue in Green", "http://a/blue");
        assertThat(info())
                .extracting(IcecastStreamInfo::title, IcecastStreamInfo::url)
                .containsExactly("Blue in Green", "http://a/blue");
        nimble.icecast().updateMetadataAsync("radio", "jazz", "\u00dcber", "").join();
        assertThat(info())
                .extracting(IcecastStreamInfo::title, IcecastStreamInfo::url)
                .containsExactly("\u00dcber", "");
    }

    @Test
    void changesTheTitleAlone() {
        server.addIcecastStream("radio", "jazz", "Radio Jazz", "So What");
        nimble.icecast().updateMetadata("radio", "jazz", "1", "http://a/1");
        nimble.icecast().updateMetadata("radio", "jazz", "2");
        assertThat(info())
                .extracting(IcecastStreamInfo::title, IcecastStreamInfo::url)
                .containsExactly("2", "http://a/1");
        nimble.icecast().updateMetadataAsync("radio", "jazz", "").join();
        assertThat(info().title()).isEmpty();
        assertThat(info().name()).isEqualTo("Radio Jazz");
    }

    @Test
    void knowsNoOtherStream() {
        server.addIcecastStream("radio", "jazz", "Radio Jazz", "So What");
        assertThat(nimble.icecast().streamInfo("jazz", "radio")).isEmpty();
        assertThat(nimble.icecast().streamInfoAsync("radio", "rock").join()).isEmpty();
        assertThatThrownBy(() -> nimble.icecast().updateMetadata("radio", "rock", "x"))
                .isInstanceOf(NimbleNotFoundException.class);
        assertThatThrownBy(() -> nimble.icecast()
                        .updateMetadataAsync("radio", "rock", "x", "y")
                        .join())
                .hasCauseInstanceOf(NimbleNotFoundException.class);
    }

    @Test
    void aTitleIsSetAgainAfterAnUncertainAnswer() {
        server.addIcecastStream("radio", "jazz", "Radio Jazz", "So What");
        server.failNext(TestServer.Failure.UNAVAILABLE, 1);
        nimble.icecast().updateMetadata("radio", "jazz", "Blue in Green");
        assertThat(info().title()).isEqualTo("Blue in Green");
    }

    private IcecastStreamInfo info() {
        return nimble.icecast().streamInfo("radio", "jazz").orElseThrow();
    }
}
