package io.github.nimbleapi.control.handler;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a player asked for: a path, or a whole address, with a query that may hold {@code wmsAuthSign}. */
final class PlaybackUrl {
    final String path;
    private final String query;

    private PlaybackUrl(String path, String query) {
        this.path = path;
        this.query = query;
    }

    static PlaybackUrl of(String url) {
        String address = before(url, '#');
        String path = before(address, '?');
        String query = address.substring(Math.min(address.length(), path.length() + 1));
        int authority = path.indexOf("://");
        int slash = path.indexOf('/', authority + 3);
        return new PlaybackUrl(authority < 0 ? path : path.substring(slash < 0 ? path.length() : slash), query);
    }

    /** The path percent-decoded, without the slashes and dots that some servers make nothing of. */
    String name() {
        Deque<String> parts = new ArrayDeque<>();
        for (String part : Percent.decode(path).split("/", -1)) {
            if (part.equals("..")) {
                parts.pollLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.addLast(part);
            }
        }
        return String.join("/", parts);
    }

    /** Each {@code id} in each {@code wmsAuthSign} that can be read: which of several Nimble believes is unknown. */
    List<String> viewerIds() {
        return parameters(Arrays.stream(query.split("&", -1)).map(Percent::decode), "wmsAuthSign")
                .flatMap(sign -> parameters(Arrays.stream(decoded(sign).split("&", -1)), "id"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toList());
    }

    private static Stream<String> parameters(Stream<String> pairs, String name) {
        return pairs.filter(pair -> pair.startsWith(name + "=")).map(pair -> pair.substring(name.length() + 1));
    }

    private static String decoded(String sign) {
        try {
            return new String(Base64.getMimeDecoder().decode(sign), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String before(String text, char end) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }
}
