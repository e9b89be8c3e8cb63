package io.github.nimbleapi.republish;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes an RTMP or RTMPS URL apart. No message quotes it: what it names is often a secret. */
final class DestinationUrl {
    private static final Pattern HOST_AND_PORT = Pattern.compile("(?:\\[([^]]+)]|([^:]+))(?::(\\d*))?");

    private DestinationUrl() {}

    static RepublishRule.Builder builder(URI url) {
        String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
        require(scheme.equals("rtmp") || scheme.equals("rtmps"), "is no RTMP URL: begin it with rtmp:// or rtmps://");
        require(url.getRawFragment() == null, "has a fragment: write '#' as %23 if it is part of the stream key");
        RepublishRule.Builder builder = RepublishRule.builder().ssl(scheme.equals("rtmps"));
        addHost(Objects.requireNonNullElse(url.getRawAuthority(), ""), builder);
        String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
        addNames(url.getRawPath() + query, builder);
        return builder;
    }

    // By hand, because to URI a host with an underscore is none.
    private static void addHost(String authority, RepublishRule.Builder builder) {
        require(
                !authority.contains("@"),
                "has user information: leave it out, and set destinationLogin and destinationPassword");
        Matcher parts = HOST_AND_PORT.matcher(authority);
        require(parts.matches(), "has no host: write rtmp://host/app/stream");
        String literal = parts.group(1);
        builder.destinationAddress(literal == null ? parts.group(2) : literal);
        String port = parts.group(3);
        if (port != null && !port.isEmpty()) {
            require(port.matches("0*[1-9]\\d{0,4}") && Integer.parseInt(port) <= 65_535, "has no port from 1 to 65535");
            builder.destinationPort(Integer.parseInt(port));
        }
    }

    private static void addNames(String pathAndQuery, RepublishRule.Builder builder) {
        String names = pathAndQuery.startsWith("/") ? pathAndQuery.substring(1) : pathAndQuery;
        int slash = names.lastIndexOf('/');
        String app = names.substring(0, Math.max(0, slash));
        String stream = names.substring(slash + 1);
        require(isName(app), "has no application: write rtmp://host/app/stream");
        require(isName(stream), "has no stream: write rtmp://host/app/stream, often the last part is the stream key");
        require(
                app.matches("[^?]*|[^?/]*\\?[^?]*"),
                "can be read in two ways, because its query has a slash: write that as %2F if the query belongs to the"
                        + " stream, or set destinationApp and destinationStream");
        builder.destinationApp(app).destinationStream(stream);
    }

    /** For messages: what is more than a host may hold a password or a stream key. */
    static String shownHost(String address) {
        return address.matches("[^\\s/\\\\?#@]*") ? address : "***";
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && !text.startsWith("?");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("destination " + otherwise);
        }
    }
}
