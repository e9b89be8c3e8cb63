package io.github.nimbleapi.signing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Where in an address a token stands: in the query of HTTP and its kin, after the application of RTMP and RTSP
 * ({@code rtmp://host/app?wmsAuthSign=X/stream}), in the {@code streamid} of SRT.
 */
final class TokenPlace {
    private static final Set<String> RTMP = Set.of("rtmp", "rtmps");
    private static final Set<String> RTSP = Set.of("rtsp", "rtsps");
    private static final Pattern STREAM = Pattern.compile("[^/]/+[^/]");
    private static final Pattern AFTER_APPLICATION = Pattern.compile("([^/]*//[^/?#]*/[^/?#]+)(/[^#]+)(#.*)?");
    private static final Pattern STREAM_ID = Pattern.compile("([^?#]*\\?(?:[^#]*&)?streamid=)([^&#]*)(.*)");

    private final String parameter;

    TokenPlace(String parameter) {
        this.parameter = parameter;
    }

    static boolean isRtmp(URI url) {
        return RTMP.contains(scheme(url));
    }

    static boolean isSrt(URI url) {
        return scheme(url).equals("srt");
    }

    static boolean isRtsp(URI url) {
        return RTSP.contains(scheme(url));
    }

    /** The scheme in lower case. */
    static String scheme(URI url) {
        return Objects.requireNonNullElse(url.getScheme(), "").toLowerCase(Locale.ROOT);
    }

    /** Refuses what can't be signed: nothing of a query is shown, it may hold another token. */
    void requireSignable(URI url) {
        if (url.getRawAuthority() == null || url.isOpaque()) {
            throw refused(url, "give a whole one, such as http://edge-1:8081/live/stream/playlist.m3u8");
        }
        if (url.toString().contains(parameter + "=")) {
            throw refused(url, "it has a " + parameter + " already, give the bare address");
        }
    }

    IllegalArgumentException refused(URI url, String remedy) {
        return new IllegalArgumentException(
                "url is of scheme \"" + scheme(url) + "\" with path \"" + url.getRawPath() + "\": " + remedy);
    }

    /** Refuses what does not name a stream of an application. */
    void requireStream(URI url) {
        if (!STREAM.matcher(url.getRawPath()).find()) {
            throw namesNoStream(url);
        }
    }

    /** Says where in the address the stream is looked for. */
    IllegalArgumentException namesNoStream(URI url) {
        if (isSrt(url)) {
            return refused(url, "give one with ?streamid=/application/stream, with a slash before both");
        }
        String where = url.getRawQuery() == null ? "" : " before its query";
        return refused(url, "give one with application and stream" + where);
    }

    URI atEnd(URI url, String token) {
        String text = url.toString();
        int hash = text.indexOf('#');
        String base = hash < 0 ? text : text.substring(0, hash);
        return URI.create(
                base + (base.indexOf('?') < 0 ? "?" : "&") + parameter + "=" + token + text.substring(base.length()));
    }

    URI afterApplication(URI url, String token) {
        Matcher parts = AFTER_APPLICATION.matcher(url.toString());
        if (!parts.matches()) {
            throw namesNoStream(url);
        }
        String fragment = Objects.requireNonNullElse(parts.group(3), "");
        return URI.create(parts.group(1) + "?" + parameter + "=" + token + parts.group(2) + fragment);
    }

    URI inStreamId(URI url, String token) {
        Matcher parts = streamIdOf(url);
        // A bare & would end the stream id.
        String joint = decoded(parts.group(2)).contains("?") ? "%26" : "?";
        return URI.create(parts.group(1) + parts.group(2) + joint + parameter + "=" + token + parts.group(3));
    }

    /** What the stream id of an SRT address names, decoded, without its query. */
    String streamId(URI url) {
        return decoded(streamIdOf(url).group(2)).split("\\?", 2)[0];
    }

    private Matcher streamIdOf(URI url) {
        Matcher parts = STREAM_ID.matcher(url.toString());
        if (!parts.matches()) {
            throw namesNoStream(url);
        }
        return parts;
    }

    /** What may be the token in an address, decoded. After an application it ends with a slash, and may have slashes in it. */
    List<String> candidates(URI url) {
        Matcher found = Pattern.compile("[?&]" + parameter + "=([^&#]*)").matcher(url.toString());
        String text = found.find() ? found.group(1) : "";
        boolean maybeParted = isRtmp(url) || isRtsp(url);
        return IntStream.rangeClosed(1, text.length())
                .filter(end -> end == text.length() || (maybeParted && end % 4 == 0 && text.charAt(end) == '/'))
                .mapToObj(end -> decoded(text.substring(0, end)))
                .collect(Collectors.toList());
    }

    // In a query a plus may stand for a blank; in a token, and in a path, it stands for itself.
    static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
