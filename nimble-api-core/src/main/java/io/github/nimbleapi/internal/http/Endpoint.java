package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Endpoint.Content.CONFIDENTIAL;
import static io.github.nimbleapi.internal.http.Endpoint.Content.PLAIN;
import static io.github.nimbleapi.internal.http.Endpoint.Repeat.ONCE;
import static io.github.nimbleapi.internal.http.Endpoint.Repeat.REPEATED;

import java.util.Arrays;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The management API in one table: verb, path, and whether a call is repeated when nobody knows whether it arrived. */
public enum Endpoint {
    SERVER_STATUS("GET", "/manage/server_status", REPEATED),
    SERVER_PLAYLIST_STATUS("GET", "/manage/server_playlist_status", REPEATED),
    RELOAD_CONFIG("POST", "/manage/reload_config", ONCE),
    RELOAD_SSL_CERTIFICATES("POST", "/manage/reload_ssl_certificates", ONCE),
    SYNC_PANEL_SETTINGS("POST", "/manage/sync_panel_settings", ONCE),

    SESSIONS("GET", "/manage/sessions", REPEATED),
    SESSIONS_DELETE("POST", "/manage/sessions/delete", REPEATED),

    LIVE_STREAMS_STATUS("GET", "/manage/live_streams_status", REPEATED, CONFIDENTIAL),
    RTMP_STATUS("GET", "/manage/rtmp_status", REPEATED, CONFIDENTIAL),

    REPUBLISH_RULES("GET", "/manage/rtmp/republish", REPEATED, CONFIDENTIAL),
    REPUBLISH_RULE("GET", "/manage/rtmp/republish/{id}", REPEATED, CONFIDENTIAL),
    REPUBLISH_CREATE("POST", "/manage/rtmp/republish", ONCE, CONFIDENTIAL),
    // A repeated deletion could not tell "gone by the first attempt" from "never there".
    REPUBLISH_DELETE("DELETE", "/manage/rtmp/republish/{id}", ONCE, CONFIDENTIAL),
    REPUBLISH_STATS("GET", "/manage/rtmp/republish/stats", REPEATED, CONFIDENTIAL),

    RTMP_SETTINGS("GET", "/manage/rtmp_settings", REPEATED, CONFIDENTIAL),
    MPEG2TS_STATUS("GET", "/manage/mpeg2ts_status", REPEATED, CONFIDENTIAL),
    MPEG2TS_SETTINGS("GET", "/manage/mpeg2ts_settings", REPEATED, CONFIDENTIAL),
    SRT_SENDER_STATS("GET", "/manage/srt_sender_stats", REPEATED, CONFIDENTIAL),
    SRT_RECEIVER_STATS("GET", "/manage/srt_receiver_stats", REPEATED, CONFIDENTIAL),
    RIST_SENDER_STATS("GET", "/manage/rist_sender_stats", REPEATED, CONFIDENTIAL),
    RIST_RECEIVER_STATS("GET", "/manage/rist_receiver_stats", REPEATED, CONFIDENTIAL),
    NDI_LIST("GET", "/manage/ndi/list", REPEATED, CONFIDENTIAL),

    DVR_STATUS("GET", "/manage/dvr_status", REPEATED),
    DVR_STATUS_OF_STREAM("GET", "/manage/dvr_status/{app}/{stream}", REPEATED),
    // An export is repeated only until its body begins.
    DVR_EXPORT_MP4("GET", "/manage/dvr/export_mp4/{app}/{stream}", REPEATED),
    DVR_EXPORT_SRT("GET", "/manage/dvr/export_srt/{app}/{stream}", REPEATED),
    DVR_RELOAD("POST", "/manage/dvr/reload/{app}/{stream}", ONCE),
    DVR_CLEANUP("POST", "/manage/dvr/cleanup_archive/{app}/{stream}", ONCE),

    ICECAST_STREAM_INFO("GET", "/manage/icecast_stream_info/{app}/{stream}", REPEATED),
    ICECAST_METADATA("POST", "/manage/icecast_metadata/{app}/{stream}", REPEATED),

    PUBLISH_CONTROL_STATUS("GET", "/manage/publish_control/status", REPEATED, CONFIDENTIAL),
    PUBLISH_CONTROL_DENY("POST", "/manage/publish_control/deny", REPEATED, CONFIDENTIAL),

    DATA_CACHE_KEY("POST", "/manage/data_cache/get_key", REPEATED),
    DATA_CACHE_DELETE("POST", "/manage/data_cache/delete", ONCE),

    SCTE35_OUT("POST", "/manage/advertizer/scte35_out/{app}/{stream}", ONCE),
    SCTE35_IN("POST", "/manage/advertizer/scte35_in/{app}/{stream}", ONCE),
    SCTE35_TIME_SIGNAL("POST", "/manage/advertizer/scte35_time_signal/{app}/{stream}", ONCE);

    private final String method;
    private final String path;
    private final Repeat repeat;
    private final Content content;

    Endpoint(String method, String path, Repeat repeat) {
        this(method, path, repeat, PLAIN);
    }

    Endpoint(String method, String path, Repeat repeat, Content content) {
        this.method = method;
        this.path = path;
        this.repeat = repeat;
        this.content = content;
    }

    /** Whether the {@link io.github.nimbleapi.RetryPolicy} holds for it. */
    public enum Repeat {
        REPEATED,
        ONCE
    }

    /** Where a name goes; apart, because most clients never need it. */
    private static final class Place {
        private static final Pattern PATTERN = Pattern.compile("\\{(\\w+)}");
    }

    /**
     * Whether what it is about may have passwords or stream keys in it. The address of a source and an SRT stream id may
     * hold a login, and so may what has an unknown shape.
     */
    enum Content {
        PLAIN,
        CONFIDENTIAL
    }

    /** Whether the answer at a path may have passwords or stream keys in it. */
    public static boolean isConfidential(String path) {
        return Arrays.stream(values())
                .filter(endpoint -> endpoint.content == CONFIDENTIAL)
                .anyMatch(endpoint ->
                        path.matches(Place.PATTERN.matcher(endpoint.path).replaceAll("[^/]+")));
    }

    public String method() {
        return method;
    }

    /** The path, with {@code {app}} and the like where names go. */
    public String path() {
        return path;
    }

    public Repeat repeat() {
        return repeat;
    }

    /** A request to it, with a name for each place in its path. */
    public Request request(String... names) {
        Request request = Request.of(method, filled(names));
        request = names.length == 0 ? request : request.named();
        request = content == CONFIDENTIAL ? request.confidential() : request;
        return repeat == REPEATED ? request.repeatable() : request;
    }

    private String filled(String... names) {
        if (path.indexOf('{') < 0) {
            return path;
        }
        Iterator<String> left = Arrays.asList(names).iterator();
        return Place.PATTERN
                .matcher(path)
                .replaceAll(place -> Matcher.quoteReplacement(PathNames.encoded(place.group(1), left.next())));
    }
}
