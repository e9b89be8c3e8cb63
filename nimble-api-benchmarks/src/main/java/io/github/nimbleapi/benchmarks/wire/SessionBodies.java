package io.github.nimbleapi.benchmarks.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Random;

/** The JSON of made-up sessions: always the same, as long as real ones, and with strings that recur as often. */
final class SessionBodies {
    private static final String[] TYPES = {"HLS", "MPEG-DASH", "RTMP", "RTSP", "SRT", "Icecast"};
    private static final int APPS = 20;
    private static final int STREAMS = 200;
    private static final int USER_AGENTS = 300;
    private static final long NOW = 1_700_000_000L;

    private SessionBodies() {}

    /** Sessions with commas between them. Nimble itself writes a slash as {@code \/}: that is {@code escaped}. */
    static byte[] sessions(int first, int count, boolean escaped) {
        Random random = new Random(first);
        StringBuilder text = new StringBuilder(count * 320);
        for (int i = first; i < first + count; i++) {
            text.append(i == first ? "" : ",");
            session(text, i, random);
        }
        String plain = text.toString();
        return (escaped ? plain.replace("/", "\\/") : plain).getBytes(StandardCharsets.UTF_8);
    }

    private static void session(StringBuilder text, int index, Random random) {
        int stream = random.nextInt(STREAMS);
        long created = NOW - random.nextInt(10_000);
        text.append("{\"id\":").append(100_000_000 + index);
        text(text, "app", "application-" + stream % APPS);
        text(text, "stream", "stream-" + stream);
        text(text, "type", TYPES[skewed(random, TYPES.length)]);
        number(text, "created", created);
        number(text, "last_access", created + random.nextInt(10_000));
        text(text, "client_ip", ip(index));
        text(text, "user_agent", userAgent(skewed(random, USER_AGENTS)));
        number(text, "bytes_recv", random.nextInt(100_000));
        // Ten digits, for a body that grows, see Body.
        number(text, "bytes_sent", 1_000_000_000L + random.nextInt(1_000_000_000));
        if (random.nextInt(10) < 3) {
            text(text, "ppv_id", "viewer-" + random.nextInt(1_000_000));
        }
        text.append('}');
    }

    /** A few are frequent, most are rare. */
    private static int skewed(Random random, int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 3));
    }

    private static String ip(int index) {
        return 11 + (index >> 24 & 63) + "." + (index >> 16 & 255) + "." + (index >> 8 & 255) + "." + (index & 255);
    }

    private static String userAgent(int number) {
        return String.format(
                Locale.ROOT,
                "Mozilla/5.0 (Linux; Android %d; SM-%d) AppleWebKit/537.36 Chrome/%d.0 Safari/537.36",
                8 + number % 7,
                100 + number,
                80 + number % 60);
    }

    private static void text(StringBuilder text, String name, String value) {
        text.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    private static void number(StringBuilder text, String name, long value) {
        text.append(",\"").append(name).append("\":").append(value);
    }
}
