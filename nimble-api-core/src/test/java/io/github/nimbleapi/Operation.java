package io.github.nimbleapi;

import static java.util.stream.Collectors.toList;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionFilters;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation of the client in its two forms, and the requests that it sends to a server with sessions 4 (on live) and 5. */
final class Operation {
    private static final List<PlaybackSession> TWO = List.of(
            PlaybackSession.builder(7).build(), PlaybackSession.builder(8).build());

    private final String name;
    private final Consumer<NimbleClient> blocking;
    private final @Nullable Function<NimbleClient, CompletableFuture<?>> async;
    final List<String> requests;

    private Operation(
            String name,
            Consumer<NimbleClient> blocking,
            @Nullable Function<NimbleClient, CompletableFuture<?>> async,
            List<String> requests) {
        this.name = name;
        this.blocking = blocking;
        this.async = async;
        this.requests = requests;
    }

    static Operation of(
            String name,
            Consumer<NimbleClient> blocking,
            @Nullable Function<NimbleClient, CompletableFuture<?>> async,
            String... requests) {
        return new Operation(name, blocking, async, List.of(requests));
    }

    static Stream<Operation> all() {
        return Stream.of(
                of("list", n -> n.sessions().list(), n -> n.sessions().listAsync(), "GET /manage/sessions"),
                of(
                        "list(filter)",
                        n -> n.sessions().list(s -> false),
                        n -> n.sessions().listAsync(s -> false),
                        "GET /manage/sessions"),
                of("find", n -> n.sessions().find(4), n -> n.sessions().findAsync(4), "GET /manage/sessions"),
                of("stream", n -> n.sessions().stream().close(), null, "GET /manage/sessions"),
                of(
                        "delete",
                        n -> n.sessions().delete(4, 5),
                        n -> n.sessions().deleteAsync(4, 5),
                        "POST /manage/sessions/delete application/json [4,5]"),
                of(
                        "delete nothing",
                        n -> n.sessions().delete(),
                        n -> n.sessions().deleteAsync()),
                of(
                        "delete beyond 2^63",
                        n -> n.sessions().delete(-1, Long.MIN_VALUE),
                        n -> n.sessions().deleteAsync(-1, Long.MIN_VALUE),
                        "POST /manage/sessions/delete application/json [18446744073709551615,9223372036854775808]"),
                of(
                        "deleteAll",
                        n -> n.sessions().deleteAll(TWO),
                        n -> n.sessions().deleteAllAsync(TWO),
                        "POST /manage/sessions/delete application/json [7,8]"),
                of(
                        "deleteAll of none",
                        n -> n.sessions().deleteAll(List.of()),
                        n -> n.sessions().deleteAllAsync(List.of())),
                of(
                        "deleteIf",
                        n -> n.sessions().deleteIf(SessionFilters.onApp("live")),
                        n -> n.sessions().deleteIfAsync(SessionFilters.onApp("live")),
                        "GET /manage/sessions",
                        "POST /manage/sessions/delete application/json [4]"),
                of(
                        "deleteIf matching none",
                        n -> n.sessions().deleteIf(s -> false),
                        n -> n.sessions().deleteIfAsync(s -> false),
                        "GET /manage/sessions"),
                of("status", n -> n.server().status(), n -> n.server().statusAsync(), "GET /manage/server_status"),
                of("ping", n -> n.server().ping(), n -> n.server().pingAsync(), "GET /manage/server_status"),
                of(
                        "playlistStatus",
                        n -> n.server().playlistStatus(),
                        n -> n.server().playlistStatusAsync(),
                        "GET /manage/server_playlist_status"),
                of(
                        "reloadConfig",
                        n -> n.server().reloadConfig(),
                        n -> n.server().reloadConfigAsync(),
                        "POST /manage/reload_config"),
                of(
                        "reloadConfigAndDrm",
                        n -> n.server().reloadConfigAndDrm(),
                        n -> n.server().reloadConfigAndDrmAsync(),
                        "POST /manage/reload_config?drm=true"),
                of(
                        "reloadSslCertificates",
                        n -> n.server().reloadSslCertificates(),
                        n -> n.server().reloadSslCertificatesAsync(),
                        "POST /manage/reload_ssl_certificates"),
                of(
                        "syncPanelSettings",
                        n -> n.server().syncPanelSettings(),
                        n -> n.server().syncPanelSettingsAsync(),
                        "POST /manage/sync_panel_settings"),
                of(
                        "live streams",
                        n -> n.liveStreams().list(),
                        n -> n.liveStreams().listAsync(),
                        "GET /manage/live_streams_status"),
                of(
                        "live streams of an app",
                        n -> n.liveStreams().list("live"),
                        n -> n.liveStreams().listAsync("live"),
                        "GET /manage/live_streams_status"),
                of(
                        "live stream",
                        n -> n.liveStreams().find("live", "one"),
                        n -> n.liveStreams().findAsync("live", "one"),
                        "GET /manage/live_streams_status"),
                of(
                        "rtmp settings",
                        n -> n.protocols().rtmpSettings(),
                        n -> n.protocols().rtmpSettingsAsync(),
                        "GET /manage/rtmp_settings"),
                of(
                        "mpeg-ts status",
                        n -> n.protocols().mpegTsStatus(),
                        n -> n.protocols().mpegTsStatusAsync(),
                        "GET /manage/mpeg2ts_status"),
                of(
                        "mpeg-ts settings",
                        n -> n.protocols().mpegTsSettings(),
                        n -> n.protocols().mpegTsSettingsAsync(),
                        "GET /manage/mpeg2ts_settings"),
                of(
                        "srt senders",
                        n -> n.protocols().srtSenders(),
                        n -> n.protocols().srtSendersAsync(),
                        "GET /manage/srt_sender_stats"),
                of(
                        "srt senders of a setting",
                        n -> n.protocols().srtSenders("6a19"),
                        n -> n.protocols().srtSendersAsync("6a19"),
                        "GET /manage/srt_sender_stats"),
                of(
                        "srt receivers",
                        n -> n.protocols().srtReceivers(),
                        n -> n.protocols().srtReceiversAsync(),
                        "GET /manage/srt_receiver_stats"),
                of(
                        "srt receivers of a setting",
                        n -> n.protocols().srtReceivers("6a19"),
                        n -> n.protocols().srtReceiversAsync("6a19"),
                        "GET /manage/srt_receiver_stats"),
                of(
                        "rist senders",
                        n -> n.protocols().ristSenders(),
                        n -> n.protocols().ristSendersAsync(),
                        "GET /manage/rist_sender_stats"),
                of(
                        "rist receivers",
                        n -> n.protocols().ristReceivers(),
                        n -> n.protocols().ristReceiversAsync(),
                        "GET /manage/rist_receiver_stats"),
                of("ndi list", n -> n.protocols().ndiList(), n -> n.protocols().ndiListAsync(), "GET /manage/ndi/list"),
                of(
                        "raw get",
                        n -> n.raw().get("/manage/dvr_status/a%20b?timeline=true"),
                        n -> n.raw().getAsync("/manage/dvr_status/a%20b?timeline=true"),
                        "GET /manage/dvr_status/a%20b?timeline=true"),
                of(
                        "raw post",
                        n -> n.raw().post("/manage/reload_config?drm=true"),
                        n -> n.raw().postAsync("/manage/reload_config?drm=true"),
                        "POST /manage/reload_config?drm=true"),
                of(
                        "raw post with a body",
                        n -> n.raw().post("/manage/rtmp/republish", "{\"src_app\":\"\u00fc\"}"),
                        n -> n.raw().postAsync("/manage/rtmp/republish", "{\"src_app\":\"\u00fc\"}"),
                        "POST /manage/rtmp/republish application/json {\"src_app\":\"\u00fc\"}"),
                of(
                        "raw delete",
                        n -> n.raw().delete("/manage/rtmp/republish/1"),
                        n -> n.raw().deleteAsync("/manage/rtmp/republish/1"),
                        "DELETE /manage/rtmp/republish/1"));
    }

    boolean hasAsync() {
        return async != null;
    }

    void block(NimbleClient client) {
        blocking.accept(client);
    }

    /** Starts the other form; does nothing where there is none. */
    CompletableFuture<?> start(NimbleClient client) {
        return async == null ? CompletableFuture.completedFuture(null) : async.apply(client);
    }

    /** The requests of the blocking form, and once more those of the other. */
    List<String> twice() {
        return Stream.of(requests, async == null ? List.<String>of() : requests)
                .flatMap(List::stream)
                .collect(toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
