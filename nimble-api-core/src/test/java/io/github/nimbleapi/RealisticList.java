package io.github.nimbleapi;

import java.util.Random;

/** A list as a busy server has it: few streams, some hundred user agents, an address for each session. */
final class RealisticList {
    private RealisticList() {}

    static String of(int sessions) {
        Random random = new Random(1);
        StringBuilder list = new StringBuilder("[");
        for (int i = 0; i < sessions; i++) {
            long created = 1_700_000_000L + random.nextInt(10_000_000);
            list.append(i == 0 ? "" : ",").append("{\"id\":").append(100_000_000 + i);
            text(list, "app", "application-" + random.nextInt(20));
            text(list, "stream", "stream-number-" + random.nextInt(200));
            text(list, "type", random.nextInt(4) == 0 ? "MPEG-DASH" : "HLS");
            number(list, "created", created);
            number(list, "last_access", created + random.nextInt(10_000));
            text(
                    list,
                    "client_ip",
                    10 + (i >> 16) + "." + (i >> 8 & 255) + "." + (i & 255) + "." + random.nextInt(256));
            text(list, "user_agent", userAgent(random.nextInt(300)));
            number(list, "bytes_recv", random.nextInt(1_000_000));
            number(list, "bytes_sent", random.nextLong() >>> 30);
            if (random.nextInt(10) < 3) {
                text(list, "ppv_id", "viewer-" + random.nextInt(1_000_000));
            }
            list.append('}');
        }
        return list.append(']').toString();
    }

    private static String userAgent(int number) {
        return "Mozilla/5.0 (Linux; Android 14; SM-" + number + ") AppleWebKit/537.36 (KHTML, like Gecko) Chrome/"
                + (80 + number % 60) + ".0.0.0 Mobile Safari/537.36";
    }

    private static void text(StringBuilder list, String name, String value) {
        list.append(",\"").append(name).append("\":\"").append(value).append('"');
    }

    private static void number(StringBuilder list, String name, long value) {
        list.append(",\"").append(name).append("\":").append(value);
    }
}
