package io.github.nimbleapi.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The server as a whole. Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an
 * {@code Async} method fails with it as its direct cause, and its {@code cancel(true)} closes the connection. What only
 * reads is repeated as the {@link io.github.nimbleapi.RetryPolicy} says, what changes something is sent once.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Server {
    /**
     * {@code GET /manage/server_status}: connections, load, memory, graphics processors and caches.
     *
     * @return the status at this moment
     */
    ServerStatus status();

    /**
     * {@link #status()} without blocking.
     *
     * @return the status to come
     */
    CompletableFuture<ServerStatus> statusAsync();

    /**
     * Whether address and token are right and the server answers: {@link #status()} without what it tells. Nimble has no
     * cheaper question.
     *
     * @return how long the call took, repeated attempts included
     */
    Duration ping();

    /**
     * {@link #ping()} without blocking.
     *
     * @return the duration to come
     */
    CompletableFuture<Duration> pingAsync();

    /**
     * {@code GET /manage/server_playlist_status}: what server playlists play now.
     *
     * @return an immutable list
     */
    List<PlaylistStatus> playlistStatus();

    /**
     * {@link #playlistStatus()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<PlaylistStatus>> playlistStatusAsync();

    /**
     * {@code POST /manage/reload_config}: reads the configuration again. Republishing rules that were made through the
     * management API are gone afterwards.
     */
    void reloadConfig();

    /**
     * {@link #reloadConfig()} without blocking.
     *
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> reloadConfigAsync();

    /** {@code POST /manage/reload_config?drm=true}: like {@link #reloadConfig()}, and the DRM settings too. */
    void reloadConfigAndDrm();

    /**
     * {@link #reloadConfigAndDrm()} without blocking.
     *
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> reloadConfigAndDrmAsync();

    /** {@code POST /manage/reload_ssl_certificates}: reads the TLS certificates again. */
    void reloadSslCertificates();

    /**
     * {@link #reloadSslCertificates()} without blocking.
     *
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> reloadSslCertificatesAsync();

    /** {@code POST /manage/sync_panel_settings}: fetches the settings from WMSPanel now. */
    void syncPanelSettings();

    /**
     * {@link #syncPanelSettings()} without blocking.
     *
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> syncPanelSettingsAsync();
}
