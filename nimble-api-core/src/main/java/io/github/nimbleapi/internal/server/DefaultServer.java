package io.github.nimbleapi.internal.server;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.server.PlaylistStatus;
import io.github.nimbleapi.server.Server;
import io.github.nimbleapi.server.ServerStatus;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The server over a {@link CallRunner}. */
public final class DefaultServer implements Server {
    private static final Operation<ServerStatus> STATUS =
            Operation.of(Endpoint.SERVER_STATUS.request(), ServerReader::status);
    private static final Operation<Duration> PING = call -> {
        long start = System.nanoTime();
        return STATUS.run(call).thenApply(status -> Duration.ofNanos(System.nanoTime() - start));
    };
    private static final Operation<List<PlaylistStatus>> PLAYLISTS =
            Operation.of(Endpoint.SERVER_PLAYLIST_STATUS.request(), ServerReader::playlists);
    private static final Operation<Void> RELOAD_CONFIG = Answer.command(Endpoint.RELOAD_CONFIG.request());
    private static final Operation<Void> RELOAD_CONFIG_AND_DRM =
            Answer.command(Endpoint.RELOAD_CONFIG.request().with("drm", "true"));
    private static final Operation<Void> RELOAD_SSL_CERTIFICATES =
            Answer.command(Endpoint.RELOAD_SSL_CERTIFICATES.request());
    private static final Operation<Void> SYNC_PANEL_SETTINGS = Answer.command(Endpoint.SYNC_PANEL_SETTINGS.request());

    private final CallRunner calls;

    public DefaultServer(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public ServerStatus status() {
        return calls.block(STATUS);
    }

    @Override
    public CompletableFuture<ServerStatus> statusAsync() {
        return calls.start(STATUS);
    }

    @Override
    public Duration ping() {
        return calls.block(PING);
    }

    @Override
    public CompletableFuture<Duration> pingAsync() {
        return calls.start(PING);
    }

    @Override
    public List<PlaylistStatus> playlistStatus() {
        return calls.block(PLAYLISTS);
    }

    @Override
    public CompletableFuture<List<PlaylistStatus>> playlistStatusAsync() {
        return calls.start(PLAYLISTS);
    }

    @Override
    public void reloadConfig() {
        calls.block(RELOAD_CONFIG);
    }

    @Override
    public CompletableFuture<Void> reloadConfigAsync() {
        return calls.start(RELOAD_CONFIG);
    }

    @Override
    public void reloadConfigAndDrm() {
        calls.block(RELOAD_CONFIG_AND_DRM);
    }

    @Override
    public CompletableFuture<Void> reloadConfigAndDrmAsync() {
        return calls.start(RELOAD_CONFIG_AND_DRM);
    }

    @Override
    public void reloadSslCertificates() {
        calls.block(RELOAD_SSL_CERTIFICATES);
    }

    @Override
    public CompletableFuture<Void> reloadSslCertificatesAsync() {
        return calls.start(RELOAD_SSL_CERTIFICATES);
    }

    @Override
    public void syncPanelSettings() {
        calls.block(SYNC_PANEL_SETTINGS);
    }

    @Override
    public CompletableFuture<Void> syncPanelSettingsAsync() {
        return calls.start(SYNC_PANEL_SETTINGS);
    }
}
