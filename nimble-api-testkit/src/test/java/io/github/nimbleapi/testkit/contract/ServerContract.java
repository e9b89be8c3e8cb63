package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nimbleapi.server.Gpu;
import io.github.nimbleapi.server.PlaylistStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The server as a whole. */
abstract class ServerContract extends Contract {
    ServerContract(TestServer.Starter starter) {
        super(starter);
    }

    @Test
    void tellsItsStatus() {
        server.addSession(1, "live", "one", "");
        server.addGpu("RTX 4000");
        assertThat(nimble.server().status().connections()).isEqualTo(1);
        assertThat(nimble.server().statusAsync().join().gpus())
                .extracting(Gpu::name, Gpu::load)
                .containsExactly(tuple("RTX 4000", 50));
    }

    @Test
    void answersAPing() {
        assertThat(nimble.server().ping()).isPositive().isLessThan(Duration.ofMinutes(1));
        assertThat(nimble.server().pingAsync().join()).isPositive();
        assertThat(server.calls()).containsExactly("/manage/server_status", "/manage/server_status");
    }

    @Test
    void tellsWhatPlaylistsPlay() {
        assertThat(nimble.server().playlistStatus()).isEmpty();
        server.addPlaylist("live", "loop", "b517f333", "intro");
        PlaylistStatus expected = PlaylistStatus.builder().app("live").stream("loop")
                .blockId("b517f333")
                .blockName("intro")
                .build();
        assertThat(nimble.server().playlistStatus()).containsExactly(expected);
        assertThat(nimble.server().playlistStatusAsync().join()).containsExactly(expected);
    }

    @Test
    void carriesOutCommands() {
        nimble.server().reloadConfig();
        nimble.server().reloadConfigAsync().join();
        nimble.server().reloadConfigAndDrm();
        nimble.server().reloadConfigAndDrmAsync().join();
        nimble.server().reloadSslCertificates();
        nimble.server().reloadSslCertificatesAsync().join();
        nimble.server().syncPanelSettings();
        nimble.server().syncPanelSettingsAsync().join();
        assertThat(server.calls()).hasSize(8);
    }
}
