package io.github.nimbleapi.testkit;

import io.github.nimbleapi.session.SessionType;
import java.time.Instant;

/**
 * What an invented session looks like: its id tells all, so that every fake tells the same. It is here twice, since a list
 * of a million is written without making an object for each of them.
 */
final class InventedSession {
    /** More bytes than any has. */
    static final int LONGEST = 400;

    private static final String[] APPS = {"live", "radio", "events"};
    private static final int STREAMS = 20;
    private static final SessionType[] TYPES = {
        SessionType.HLS, SessionType.MPEG_DASH, SessionType.RTMP, SessionType.ICECAST
    };
    private static final int PLAYERS = 10;
    private static final int VIEWERS = 1_000;
    private static final int BYTES_RECEIVED = 10;
    private static final long BYTES_SENT = 1_000;

    private InventedSession() {}

    static FakeSession.Settings settings(int id, Instant arrival) {
        long now = arrival.getEpochSecond();
        return new FakeSession.Settings(Instant.ofEpochSecond(created(id, now)))
                .app(APPS[id % APPS.length]).stream("stream" + id % STREAMS)
                        .type(TYPES[id % TYPES.length])
                        .lastAccess(Instant.ofEpochSecond(lastAccess(id, now)))
                        .clientIp("198." + ip(id, 16, 18, 2) + "." + ip(id, 8, 0, 256) + "." + ip(id, 0, 0, 256))
                        .userAgent("Player/" + id % PLAYERS)
                        .bytesReceived((long) id * BYTES_RECEIVED)
                        .bytesSent(id * BYTES_SENT)
                        .viewerId(hasViewer(id) ? "viewer-" + id % VIEWERS : "");
    }

    static void write(int id, long now, JsonBytes to) {
        to.text("{\"id\":").number(id).text(",\"app\":\"").text(APPS[id % APPS.length]);
        to.text("\",\"stream\":\"stream").number(id % STREAMS);
        to.text("\",\"type\":\"").text(TYPES[id % TYPES.length].value());
        to.text("\",\"created\":").number(created(id, now));
        to.text(",\"last_access\":").number(lastAccess(id, now));
        to.text(",\"client_ip\":\"198.").number(ip(id, 16, 18, 2));
        to.text(".").number(ip(id, 8, 0, 256)).text(".").number(ip(id, 0, 0, 256));
        to.text("\",\"user_agent\":\"Player/").number(id % PLAYERS);
        to.text("\",\"bytes_recv\":").number((long) id * BYTES_RECEIVED);
        to.text(",\"bytes_sent\":").number(id * BYTES_SENT);
        if (hasViewer(id)) {
            to.text(",\"ppv_id\":\"viewer-").number(id % VIEWERS).text("\"");
        }
        to.text("}");
    }

    private static long created(int id, long now) {
        return Math.max(0, now - 60 - id % 3_600);
    }

    private static long lastAccess(int id, long now) {
        return Math.max(0, now - id % 10);
    }

    /** A number in an address of 198.18.0.0/15, which is set aside for tests under load. */
    private static int ip(int id, int shift, int least, int values) {
        return least + (id >> shift) % values;
    }

    private static boolean hasViewer(int id) {
        return id % 3 == 0;
    }
}
