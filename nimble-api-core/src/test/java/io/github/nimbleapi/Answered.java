package io.github.nimbleapi;

import java.util.function.Function;
import java.util.stream.Stream;

/** A recorded answer, and the call that reads it. */
final class Answered {
    final String fixture;
    final Function<NimbleClient, ?> call;

    private Answered(String fixture, Function<NimbleClient, ?> call) {
        this.fixture = fixture;
        this.call = call;
    }

    static Stream<Answered> all() {
        return Stream.of(
                new Answered("server_status.json", n -> n.server().status()),
                new Answered("server_playlist_status.json", n -> n.server().playlistStatus()),
                new Answered("live_streams_status.json", n -> n.liveStreams().list()),
                new Answered("rtmp_settings.json", n -> n.protocols().rtmpSettings()),
                new Answered("mpeg2ts_status.json", n -> n.protocols().mpegTsStatus()),
                new Answered("mpeg2ts_settings.json", n -> n.protocols().mpegTsSettings()),
                new Answered("srt_receiver_stats.json", n -> n.protocols().srtReceivers()),
                new Answered("srt_sender_stats.json", n -> n.protocols().srtSenders()),
                new Answered(
                        "srt_sender_stats_connected.json", n -> n.protocols().srtSenders()),
                new Answered("dvr_status.json", n -> n.dvr().archives()),
                new Answered("icecast_stream_info.json", n -> n.icecast().streamInfo("radio", "jazz")),
                new Answered(
                        "publish_control_status.json", n -> n.publishControl().list()),
                new Answered("data_cache_key.json", n -> n.dataCache().key("http://a/b")),
                new Answered("data_cache_delete.json", n -> n.dataCache().evict("k")),
                new Answered("republish_rules.json", n -> n.republishing().rules()),
                new Answered("republish_rule.json", n -> n.republishing().find("1")),
                new Answered("republish_stats.json", n -> n.republishing().stats()),
                new Answered("republish_stats_empty.json", n -> n.republishing().stats()));
    }

    @Override
    public String toString() {
        return fixture;
    }
}
