package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** What a client takes of a JVM of its own. The limits are what docs/performance.md aims at, and some room. */
class FootprintTest {
    private static final int SESSIONS = 100_000;

    private static RawPeer peer(String list) {
        return RawPeer.answering(RawPeer.ok(list));
    }

    /** Lists again and again, and tells what the calling thread, which decodes, allocates the last time. */
    static final class Allocator {
        private static final int WARM_UP = 15;

        private Allocator() {}

        public static void main(String[] args) {
            try (NimbleClient client = NimbleClient.create(args[0])) {
                for (int i = 0; i < WARM_UP; i++) {
                    client.sessions().list();
                }
                long before = allocated();
                int sessions = client.sessions().list().size();
                System.out.println((allocated() - before) / sessions);
            }
        }

        private static long allocated() {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        }
    }

    /** Lists once. */
    static final class Lister {
        private Lister() {}

        public static void main(String[] args) {
            try (NimbleClient client = NimbleClient.create(args[0])) {
                System.out.println(client.sessions().list().size());
            }
        }
    }

    // On 11 the decoder is the same, but what runs it allocates more.
    @EnabledForJreRange(min = JRE.JAVA_17)
    @Test
    void decodingAllocatesLittleMoreThanTheSessions() throws Exception {
        try (RawPeer peer = peer(RealisticList.of(SESSIONS))) {
            String told = SmallJvm.run(List.of("-Xmx512m"), Allocator.class, peer.url());

            assertThat(Integer.parseInt(told)).as("bytes per session").isBetween(100, 185);
        }
    }

    @Test
    void halfAMillionSessionsFitIntoASmallHeap() throws Exception {
        String some = RealisticList.of(SESSIONS);
        String elements = some.substring(1, some.length() - 1);
        try (RawPeer peer = RawPeer.playing(connection -> {
            connection.readsRequest();
            connection.write("HTTP/1.1 200 OK\r\n\r\n[" + elements);
            for (int i = 1; i < 5; i++) {
                connection.write("," + elements);
            }
            connection.write("]");
            connection.close();
        })) {
            assertThat(SmallJvm.run(List.of("-Xmx112m"), Lister.class, peer.url()))
                    .isEqualTo("500000");
        }
    }

    @Test
    void theFirstCallLoadsFewClassesAndNoneOfDatabind() throws Exception {
        try (RawPeer peer = peer(RealisticList.of(10))) {
            String told = SmallJvm.run(List.of("-Xlog:class+load"), Lister.class, peer.url());

            int mostClasses = Runtime.version().feature() < 21 ? 1_750 : 1_950;
            assertThat(told.lines().filter(line -> line.contains(" source: ")).count())
                    .as("classes")
                    .isBetween(1_000L, (long) mostClasses);
            assertThat(told).contains("nimbleapi.NimbleClient").doesNotContain("jackson.databind.ObjectMapper");
        }
    }
}
