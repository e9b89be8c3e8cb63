package io.github.nimbleapi;

import static java.io.OutputStream.nullOutputStream;
import static java.util.stream.Collectors.toList;

import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.publish.Publisher;
import io.github.nimbleapi.scte35.TimeSignal;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionFilters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation of the client in its two forms, and the requests that it sends to a server with sessions 4 (on live) and 5. */
final class ClientCall {
    private static final List<PlaybackSession> TWO = List.of(
            PlaybackSession.builder(7).build(), PlaybackSession.builder(8).build());

    private static final Instant KICK_OFF = Instant.ofEpochSecond(1654499440);
    private static final List<Publisher> PUBLISHERS = List.of(
            Publisher.builder().id("ID_1").stream("one").build(),
            Publisher.builder().id("ID_2").build(),
            Publisher.builder().id("ID_1").stream("two").build());
    private static final TimeSignal SIGNAL = TimeSignal.builder()
            .segmentationType(0)
            .upidType(15)
            .upid("urn:a b+&\u00fc")
            .duration(Duration.ofSeconds(30))
            .build();

    private final String name;
    private final Consumer<NimbleClient> blocking;
    private final @Nullable Function<NimbleClient, CompletableFuture<?>> async;
    final List<String> requests;

    private ClientCall(
            String name,
            Consumer<NimbleClient> blocking,
            @Nullable Function<NimbleClient, CompletableFuture<?>> async,
            List<String> requests) {
        this.name = name;
        this.blocking = blocking;
        this.async = async;
        this.requests = requests;
    }

    static ClientCall of(
            String name,
            Consumer<NimbleClient> blocking,
            @Nullable Function<NimbleClient, CompletableFuture<?>> async,
            String... requests) {
        return new ClientCall(name, blocking, async, List.of(requests));
    }

    static Stream<ClientCall> all() {
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
                        "archives",
                        n -> n.dvr().archives(),
                        n -> n.dvr().archivesAsync(),
                        "GET /manage/dvr_status?timeline=true"),
                of(
                        "archive",
                        n -> n.dvr().archive("live", "one"),
                        n -> n.dvr().archiveAsync("live", "one"),
                        "GET /manage/dvr_status/live/one?timeline=true"),
                export(DvrExport.mp4("live", "one"), "GET /manage/dvr/export_mp4/live/one"),
                export(
                        DvrExport.mp4("a b", "\u00e4").between(KICK_OFF, KICK_OFF.plusSeconds(90)),
                        "GET /manage/dvr/export_mp4/a%20b/%C3%A4?start=1654499440&end=1654499530"),
                export(
                        DvrExport.mp4("a/b", "%2F").between(KICK_OFF.plusMillis(900), KICK_OFF.plusMillis(901)),
                        "GET /manage/dvr/export_mp4/a%2Fb/%252F?start=1654499440&end=1654499441"),
                export(DvrExport.subtitles("live", "one"), "GET /manage/dvr/export_srt/live/one"),
                export(
                        DvrExport.subtitles("live", "one").language("pt br").track(0),
                        "GET /manage/dvr/export_srt/live/one?track=0&lang=pt%20br"),
                export(
                        DvrExport.subtitles("live", "one").track(2).between(KICK_OFF, KICK_OFF.plusSeconds(1)),
                        "GET /manage/dvr/export_srt/live/one?start=1654499440&end=1654499441&track=2"),
                of(
                        "export to a file",
                        n -> n.dvr().export(DvrExport.mp4("live", "one"), newFile()),
                        n -> n.dvr().exportAsync(DvrExport.mp4("live", "one"), newFile()),
                        "GET /manage/dvr/export_mp4/live/one"),
                of(
                        "export to a file with progress",
                        n -> n.dvr().export(DvrExport.mp4("live", "one"), newFile(), progress -> {}),
                        n -> n.dvr().exportAsync(DvrExport.mp4("live", "one"), newFile(), progress -> {}),
                        "GET /manage/dvr/export_mp4/live/one"),
                of(
                        "export with progress",
                        n -> n.dvr().export(DvrExport.mp4("live", "one"), nullOutputStream(), progress -> {}),
                        n -> n.dvr().exportAsync(DvrExport.mp4("live", "one"), nullOutputStream(), progress -> {}),
                        "GET /manage/dvr/export_mp4/live/one"),
                of(
                        "reload an archive",
                        n -> n.dvr().reload("live", "one"),
                        n -> n.dvr().reloadAsync("live", "one"),
                        "POST /manage/dvr/reload/live/one"),
                of(
                        "cleanUpToDepth",
                        n -> n.dvr().cleanUpToDepth("live", "one", Duration.ofHours(2)),
                        n -> n.dvr().cleanUpToDepthAsync("live", "one", Duration.ofHours(2)),
                        "POST /manage/dvr/cleanup_archive/live/one?target_depth=120"),
                of(
                        "cleanUpRange",
                        n -> n.dvr().cleanUpRange("live", "one", KICK_OFF.plusMillis(1), KICK_OFF.plusMillis(2999)),
                        n -> n.dvr()
                                .cleanUpRangeAsync("live", "one", KICK_OFF.plusMillis(1), KICK_OFF.plusMillis(2999)),
                        "POST /manage/dvr/cleanup_archive/live/one?from=1654499441&to=1654499442"),
                of(
                        "cleanUpAll",
                        n -> n.dvr().cleanUpAll("live", "one"),
                        n -> n.dvr().cleanUpAllAsync("live", "one"),
                        "POST /manage/dvr/cleanup_archive/live/one"),
                of(
                        "icecast info",
                        n -> n.icecast().streamInfo("radio", "jazz & more"),
                        n -> n.icecast().streamInfoAsync("radio", "jazz & more"),
                        "GET /manage/icecast_stream_info/radio/jazz%20&%20more"),
                of(
                        "icecast title",
                        n -> n.icecast().updateMetadata("radio", "jazz", "\"So What\" \u2013 \u00fc"),
                        n -> n.icecast().updateMetadataAsync("radio", "jazz", "\"So What\" \u2013 \u00fc"),
                        "POST /manage/icecast_metadata/radio/jazz application/json"
                                + " {\"streamtitle\":\"\\\"So What\\\" \u2013 \u00fc\"}"),
                of(
                        "icecast title and url",
                        n -> n.icecast().updateMetadata("radio", "jazz", "", "http://a/?b=c"),
                        n -> n.icecast().updateMetadataAsync("radio", "jazz", "", "http://a/?b=c"),
                        "POST /manage/icecast_metadata/radio/jazz application/json"
                                + " {\"streamtitle\":\"\",\"streamurl\":\"http://a/?b=c\"}"),
                of(
                        "publishers",
                        n -> n.publishControl().list(),
                        n -> n.publishControl().listAsync(),
                        "GET /manage/publish_control/status"),
                of(
                        "deny",
                        n -> n.publishControl().deny("ID_1", "7", "ID_1"),
                        n -> n.publishControl().denyAsync("ID_1", "7", "ID_1"),
                        "POST /manage/publish_control/deny application/json"
                                + " {\"PublishControlDenyRequest\":[\"ID_1\",\"7\"]}"),
                of(
                        "deny nobody",
                        n -> n.publishControl().deny(),
                        n -> n.publishControl().denyAsync()),
                of(
                        "denyAll",
                        n -> n.publishControl().denyAll(PUBLISHERS),
                        n -> n.publishControl().denyAllAsync(PUBLISHERS),
                        "POST /manage/publish_control/deny application/json"
                                + " {\"PublishControlDenyRequest\":[\"ID_1\",\"ID_2\"]}"),
                of(
                        "denyAll of none",
                        n -> n.publishControl().denyAll(List.of()),
                        n -> n.publishControl().denyAllAsync(List.of())),
                of(
                        "cache key",
                        n -> n.dataCache().key("http://a/b?c=\u00fc"),
                        n -> n.dataCache().keyAsync("http://a/b?c=\u00fc"),
                        "POST /manage/data_cache/get_key application/json {\"url\":\"http://a/b?c=\u00fc\"}"),
                of(
                        "evict",
                        n -> n.dataCache().evict("k"),
                        n -> n.dataCache().evictAsync("k"),
                        "POST /manage/data_cache/delete application/json {\"key\":\"k\",\"dry_run\":false}"),
                of(
                        "wouldEvict",
                        n -> n.dataCache().wouldEvict("k"),
                        n -> n.dataCache().wouldEvictAsync("k"),
                        "POST /manage/data_cache/delete application/json {\"key\":\"k\",\"dry_run\":true}"),
                of(
                        "scte35 out",
                        n -> n.scte35().out("live", "one"),
                        n -> n.scte35().outAsync("live", "one"),
                        "POST /manage/advertizer/scte35_out/live/one"),
                of(
                        "scte35 out of a length",
                        n -> n.scte35().out("live", "one", Duration.ofMinutes(2)),
                        n -> n.scte35().outAsync("live", "one", Duration.ofMinutes(2)),
                        "POST /manage/advertizer/scte35_out/live/one?duration=120"),
                of(
                        "scte35 out of a program",
                        n -> n.scte35().out("live", "one", Duration.ofSeconds(1), 0),
                        n -> n.scte35().outAsync("live", "one", Duration.ofSeconds(1), 0),
                        "POST /manage/advertizer/scte35_out/live/one?duration=1&unique_program_id=0"),
                of(
                        "scte35 out of a program that has no known length",
                        n -> n.scte35().out("live", "one", 65_535),
                        n -> n.scte35().outAsync("live", "one", 65_535),
                        "POST /manage/advertizer/scte35_out/live/one?unique_program_id=65535"),
                of(
                        "scte35 in",
                        n -> n.scte35().in("live", "one"),
                        n -> n.scte35().inAsync("live", "one"),
                        "POST /manage/advertizer/scte35_in/live/one"),
                of(
                        "scte35 in of a program",
                        n -> n.scte35().in("live", "one", 65_535),
                        n -> n.scte35().inAsync("live", "one", 65_535),
                        "POST /manage/advertizer/scte35_in/live/one?unique_program_id=65535"),
                of(
                        "scte35 time signal",
                        n -> n.scte35().timeSignal("live", "one", SIGNAL),
                        n -> n.scte35().timeSignalAsync("live", "one", SIGNAL),
                        "POST /manage/advertizer/scte35_time_signal/live/one"
                                + "?seg_type=0&upid_type=15&upid=urn%3Aa%20b%2B%26%C3%BC&duration=30"),
                of(
                        "scte35 time signal that says nothing",
                        n -> n.scte35()
                                .timeSignal("live", "one", TimeSignal.builder().build()),
                        n -> n.scte35()
                                .timeSignalAsync(
                                        "live", "one", TimeSignal.builder().build()),
                        "POST /manage/advertizer/scte35_time_signal/live/one"),
                of(
                        "republishing rules",
                        n -> n.republishing().rules(),
                        n -> n.republishing().rulesAsync(),
                        "GET /manage/rtmp/republish"),
                of(
                        "republishing rule",
                        n -> n.republishing().find("5f/a b\u00e9"),
                        n -> n.republishing().findAsync("5f/a b\u00e9"),
                        "GET /manage/rtmp/republish/5f%2Fa%20b%C3%A9"),
                of(
                        "create a rule",
                        n -> n.republishing().create(SampleRules.TO_FACEBOOK),
                        n -> n.republishing().createAsync(SampleRules.TO_FACEBOOK),
                        "POST /manage/rtmp/republish application/json " + SampleRules.TO_FACEBOOK_ON_THE_WIRE),
                of(
                        "create a rule for a whole application",
                        n -> n.republishing().create(SampleRules.OF_ALL),
                        n -> n.republishing().createAsync(SampleRules.OF_ALL),
                        "POST /manage/rtmp/republish application/json " + SampleRules.OF_ALL_ON_THE_WIRE),
                of(
                        "delete a rule",
                        n -> n.republishing().delete("17"),
                        n -> n.republishing().deleteAsync("17"),
                        "DELETE /manage/rtmp/republish/17"),
                of(
                        "republishing stats",
                        n -> n.republishing().stats(),
                        n -> n.republishing().statsAsync(),
                        "GET /manage/rtmp/republish/stats"),
                of(
                        "sync rules",
                        n -> n.republishing().sync(List.of(SampleRules.OF_ALL, SampleRules.TO_FACEBOOK)),
                        n -> n.republishing().syncAsync(List.of(SampleRules.OF_ALL, SampleRules.TO_FACEBOOK)),
                        "GET /manage/rtmp/republish",
                        "POST /manage/rtmp/republish application/json " + SampleRules.OF_ALL_ON_THE_WIRE,
                        "POST /manage/rtmp/republish application/json " + SampleRules.TO_FACEBOOK_ON_THE_WIRE),
                of(
                        "sync no rules",
                        n -> n.republishing().sync(List.of()),
                        n -> n.republishing().syncAsync(List.of()),
                        "GET /manage/rtmp/republish"),
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

    private static ClientCall export(DvrExport export, String request) {
        return of(
                export.toString(),
                n -> n.dvr().export(export, nullOutputStream()),
                n -> n.dvr().exportAsync(export, nullOutputStream()),
                request);
    }

    private static Path newFile() {
        try {
            Path file = Files.createTempFile("export", ".mp4");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
