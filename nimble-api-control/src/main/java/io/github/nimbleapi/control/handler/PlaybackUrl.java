package io.github.nimbleapi.control.handler;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

    /** {@code id} of the first {@code wmsAuthSign}; {@code ""} if it has none or can't be read. */
    String viewerId() {
        try {
            byte[] inner = Base64.getDecoder().decode(Percent.decode(parameter(query, "wmsAuthSign")));
            return parameter(new String(inner, StandardCharsets.UTF_8), "id");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String parameter(String query, String name) {
        for (String parameter : query.split("&", -1)) {
            if (parameter.startsWith(name + "=")) {
                return parameter.substring(name.length() + 1);
            }
        }
        return "";
    }

    private static String before(String text, char end) {
        int index = text.indexOf(end);
        return index < 0 ? text : text.substring(0, index);
    }
}
