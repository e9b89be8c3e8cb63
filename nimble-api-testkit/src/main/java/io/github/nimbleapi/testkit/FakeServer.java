package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** The server as a whole, from {@link FakeNimble#server()}: what it tells of itself, and what it was told. Thread-safe. */
public final class FakeServer {
    private final IntSupplier connections;
    private final Runnable onReload;
    private final List<String> playlists = new CopyOnWriteArrayList<>();
    private final List<String> gpus = new CopyOnWriteArrayList<>();
    private final AtomicInteger configReloads = new AtomicInteger();
    private final AtomicInteger drmReloads = new AtomicInteger();
    private final AtomicInteger certificateReloads = new AtomicInteger();
    private final AtomicInteger panelSyncs = new AtomicInteger();
    private volatile long outRate;
    private volatile String cpuLoad = "0.0075";

    FakeServer(IntSupplier connections, Runnable onReload) {
        this.connections = connections;
        this.onReload = onReload;
    }

    /**
     * {@code OutRate} of the status, 0 until set.
     *
     * @param outRate bits per second
     */
    public void outRate(long outRate) {
        this.outRate = outRate;
    }

    /**
     * {@code SysInfo.scl} of the status, 0.0075 until set.
     *
     * @param cpuLoad the load
     */
    public void cpuLoad(double cpuLoad) {
        this.cpuLoad = Double.toString(cpuLoad);
    }

    /**
     * Adds a graphics processor to the status, half of it busy.
     *
     * @param name its model
     */
    public void addGpu(String name) {
        gpus.add(new JsonText()
                .member("gpu", gpus.size())
                .member("name", Objects.requireNonNull(name, "name"))
                .member("gu", 50)
                .member("mu", 25)
                .member("tms", 25_655_508_992L)
                .member("ums", 744_947_712L)
                .member("du", 10)
                .member("eu", 40)
                .toString());
    }

    /**
     * Adds a server playlist.
     *
     * @param app the application of the stream that it makes
     * @param stream the name of that stream
     * @param blockId the id of the block that it plays now
     * @param blockName the name of that block
     */
    public void addPlaylist(String app, String stream, String blockId, String blockName) {
        playlists.add(new JsonText()
                .member("stream", Objects.requireNonNull(app, "app") + "/" + Objects.requireNonNull(stream, "stream"))
                .member("block_id", Objects.requireNonNull(blockId, "blockId"))
                .member("block_name", Objects.requireNonNull(blockName, "blockName"))
                .toString());
    }

    /**
     * How often the configuration was reloaded, with or without DRM.
     *
     * @return the count
     */
    public int configReloads() {
        return configReloads.get();
    }

    /**
     * How often the configuration was reloaded with DRM.
     *
     * @return the count
     */
    public int drmReloads() {
        return drmReloads.get();
    }

    /**
     * How often the TLS certificates were reloaded.
     *
     * @return the count
     */
    public int certificateReloads() {
        return certificateReloads.get();
    }

    /**
     * How often the settings were fetched from WMSPanel.
     *
     * @return the count
     */
    public int panelSyncs() {
        return panelSyncs.get();
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/server_status", asked -> WireReply.json(status()));
        endpoints.on("GET", "/manage/server_playlist_status", asked -> WireReply.json(JsonText.array(playlists)));
        endpoints.on("POST", "/manage/reload_config", this::reloadConfig);
        endpoints.on("POST", "/manage/reload_ssl_certificates", asked -> counted(certificateReloads));
        endpoints.on("POST", "/manage/sync_panel_settings", asked -> counted(panelSyncs));
    }

    private WireReply reloadConfig(Asked asked) {
        if (asked.parameter("drm").filter("true"::equals).isPresent()) {
            drmReloads.incrementAndGet();
        }
        onReload.run();
        return counted(configReloads);
    }

    private static WireReply counted(AtomicInteger count) {
        count.incrementAndGet();
        return WireReply.status("Ok");
    }

    private String status() {
        return new JsonText()
                .member("Connections", connections.getAsInt())
                .member("OutRate", outRate)
                .raw("SysInfo", system().toString())
                .member("RamCacheSize", 128)
                .member("FileCacheSize", 0)
                .member("MaxRamCacheSize", 8096)
                .member("MaxFileCacheSize", 8096)
                .toString();
    }

    private JsonText system() {
        JsonText system = new JsonText()
                .member("ap", 2)
                .member("scl", cpuLoad)
                .member("tpms", 67_153_604_608L)
                .member("fpms", 61_391_659_008L)
                .member("tsss", 8_589_930_496L)
                .member("fsss", 8_552_968_192L);
        List<String> present = new ArrayList<>(gpus);
        return present.isEmpty() ? system : system.raw("nvml", JsonText.array(present));
    }
}
