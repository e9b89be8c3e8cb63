package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.Md5;
import io.github.nimbleapi.testkit.internal.SignedMembers;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A link that somebody publishes to. Immutable. */
final class PublishLink {
    private static final Map<String, String> PROTOCOLS = Map.of(
            "rtmp", "RTMP", "rtmps", "RTMP", "rtsp", "RTSP", "rtsps", "RTSP", "http", "WHIP", "https", "WHIP", "srt",
            "SRT");
    private static final Pattern STREAM_ID = Pattern.compile("(?:.*&)?streamid=([^&]*).*");
    private static final Pattern SIGN = Pattern.compile("(?:.*&)?publishsign=(.*)");

    final String protocol;
    final String app;
    final String stream;
    private final Map<String, String> signed;

    private PublishLink(String protocol, String name, Map<String, String> signed) {
        int slash = name.lastIndexOf('/');
        this.protocol = protocol;
        this.app = name.substring(0, slash);
        this.stream = name.substring(slash + 1);
        this.signed = signed;
    }

    /**
     * Understands every place in which the signature may stand.
     *
     * @throws IllegalArgumentException if no stream is published to there; the message shows no signature
     */
    static PublishLink of(URI link) {
        Objects.requireNonNull(link, "link");
        String protocol =
                PROTOCOLS.get(Objects.requireNonNullElse(link.getScheme(), "").toLowerCase(Locale.ROOT));
        if (protocol == null) {
            throw unknown(link);
        }
        return protocol.equals("SRT") ? ofStreamId(link, streamId(link)) : of(link, protocol, path(link), query(link));
    }

    private static PublishLink ofStreamId(URI link, String streamId) {
        int mark = streamId.indexOf('?');
        return mark < 0
                ? of(link, "SRT", streamId, "")
                : of(link, "SRT", streamId.substring(0, mark), streamId.substring(mark + 1));
    }

    private static PublishLink of(URI link, String protocol, String path, String query) {
        Matcher sign = SIGN.matcher(query);
        String rest = sign.matches() ? sign.group(1) : "";
        int end = endOfSign(rest);
        String name = rest.startsWith("/", end) ? path + rest.substring(end) : path;
        if (!name.matches("/.*[^/]/[^/]+")) {
            throw unknown(link);
        }
        return new PublishLink(protocol, name.substring(1), SignedMembers.of(rest.substring(0, end)));
    }

    String publisherId() {
        return signed.getOrDefault("id", "");
    }

    /** The name that handlers are asked about. */
    String name() {
        return app + "/" + stream;
    }

    boolean isSignedWith(String password, String publisherIp) {
        String ip = signed.getOrDefault("ip", "");
        String material = publisherId() + "/" + name() + password + ip;
        return (ip.isEmpty() || ip.equals(publisherIp)) && Md5.matches(material, signed.getOrDefault("sign", ""));
    }

    /** A signature may have slashes in it, and what follows it begins with one. */
    private static int endOfSign(String text) {
        for (int end = 1; end <= text.length(); end++) {
            if (isEnd(text, end) && isWhole(SignedMembers.of(text.substring(0, end)))) {
                return end;
            }
        }
        int end = 0;
        while (!isEnd(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isEnd(String text, int at) {
        return at == text.length() || text.charAt(at) == '/' || text.charAt(at) == '&';
    }

    private static boolean isWhole(Map<String, String> signed) {
        return signed.containsKey("id") && signed.getOrDefault("sign", "").matches("[A-Za-z0-9+/]{22}==");
    }

    private static String path(URI link) {
        return Endpoints.decoded(Objects.requireNonNullElse(link.getRawPath(), ""));
    }

    private static String query(URI link) {
        return Endpoints.decoded(Objects.requireNonNullElse(link.getRawQuery(), ""));
    }

    private static String streamId(URI link) {
        Matcher matcher = STREAM_ID.matcher(Objects.requireNonNullElse(link.getRawQuery(), ""));
        return matcher.matches() ? Endpoints.decoded(matcher.group(1)) : "";
    }

    private static IllegalArgumentException unknown(URI link) {
        return new IllegalArgumentException("link is " + HandlerCall.shown(link)
                + ": give an rtmp, rtsp or http one with application and stream, or srt with streamid=/app/stream");
    }
}
