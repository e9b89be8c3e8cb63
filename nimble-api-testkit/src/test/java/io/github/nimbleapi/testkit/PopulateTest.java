package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sessions that are told without being held. */
class PopulateTest {
    private final ManualClock clock = new ManualClock();
    private final FakeNimble fake = FakeNimble.builder().clock(clock).start();
    private final NimbleClient nimble = fake.newClient();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void noneIsFromBeforeTime() {
        try (FakeNimble early = FakeNimble.builder()
                .clock(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .start()) {
            early.populate(2);
            assertThat(early.newClient().sessions().list()).hasSize(2);
        }
    }

    @Test
    void theyAreToldByTheirIds() {
        fake.populate(3);
        long now = clock.instant().getEpochSecond();
        assertThat(list())
                .isEqualTo(
                        "[{\"id\":1,\"app\":\"radio\",\"stream\":\"stream1\",\"type\":\"MPEG-DASH\",\"created\":"
                                + (now - 61) + ",\"last_access\":" + (now - 1) + ",\"client_ip\":\"198.18.0.1\","
                                + "\"user_agent\":\"Player/1\",\"bytes_recv\":10,\"bytes_sent\":1000},"
                                + "{\"id\":2,\"app\":\"events\",\"stream\":\"stream2\",\"type\":\"RTMP\",\"created\":"
                                + (now - 62) + ",\"last_access\":" + (now - 2) + ",\"client_ip\":\"198.18.0.2\","
                                + "\"user_agent\":\"Player/2\",\"bytes_recv\":20,\"bytes_sent\":2000},"
                                + "{\"id\":3,\"app\":\"live\",\"stream\":\"stream3\",\"type\":\"Icecast\",\"created\":"
                                + (now - 63) + ",\"last_access\":" + (now - 3) + ",\"client_ip\":\"198.18.0.3\","
                                + "\"user_agent\":\"Player/3\",\"bytes_recv\":30,\"bytes_sent\":3000,\"ppv_id\":\"viewer-3\"}]");
    }

    @Test
    void twoFakesTellTheSame() {
        fake.populate(5_000);
        clock.advance(Duration.ofHours(1));
        String first = list();
        assertThat(list()).isEqualTo(first);
        clock.advance(Duration.ofHours(-1));
        try (FakeNimble other = FakeNimble.builder().clock(clock).start()) {
            other.populate(2_000);
            other.populate(3_000);
            assertThat(other.newClient().raw().get("/manage/sessions").bodyText())
                    .isEqualTo(first);
        }
    }

    @Test
    void theyBeganBeforeTheyWereAdded() {
        Instant earlier = clock.instant();
        fake.populate(100);
        clock.advance(Duration.ofDays(1));
        fake.populate(100);
        List<PlaybackSession> all = nimble.sessions().list();
        assertThat(all.subList(0, 100))
                .allSatisfy(session -> assertThat(session.created().orElseThrow())
                        .isBetween(earlier.minus(Duration.ofHours(2)), earlier));
        assertThat(all.subList(100, 200))
                .allSatisfy(session -> assertThat(session.created().orElseThrow())
                        .isBetween(clock.instant().minus(Duration.ofHours(2)), clock.instant()));
        assertThat(all)
                .allSatisfy(session -> assertThat(session.lastAccess().orElseThrow())
                        .isAfter(session.created().orElseThrow()));
    }

    @Test
    void oneThatIsChangedKeepsTheRestAndIsHeld() {
        fake.populate(50);
        String before = list();
        LongStream.of(7, 33, 50).forEach(id -> fake.updateSession(id, s -> {}));
        assertThat(sorted(list())).isEqualTo(sorted(before));
        assertThat(fake.sessions()).extracting(FakeSession::id).containsExactly(7L, 33L, 50L);
        fake.updateSession(33, s -> s.app("vod"));
        assertThat(nimble.sessions().find(33).orElseThrow().app()).isEqualTo("vod");
        assertThat(nimble.sessions().list()).hasSize(50);
    }

    @Test
    void theyEndOneByOne() {
        fake.populate(10);
        FakeSession held = fake.addSession(s -> {});
        fake.updateSession(4, s -> {});
        nimble.sessions().delete(1, 4, held.id(), 99);
        fake.endSession(10);
        fake.endSession(2);
        assertThat(nimble.sessions().list()).extracting(PlaybackSession::id).containsExactly(3L, 5L, 6L, 7L, 8L, 9L);
        assertThat(nimble.server().status().connections()).isEqualTo(6);
        assertThat(held.isDeleted()).isTrue();
        assertThat(fake.sessions()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.endSession(1))
                .withMessageContaining("id is 1");
        assertThatIllegalArgumentException().isThrownBy(() -> fake.updateSession(10, s -> {}));
        nimble.sessions().delete(3, 5, 6, 7, 8, 9);
        assertThat(list()).isEqualTo("[]");
    }

    @Test
    void idsAreUsedOnce() {
        fake.addSession(s -> s.id(3));
        fake.addSession(s -> s.id(-7));
        fake.populate(5);
        assertThat(fake.addSession(s -> {}).id()).isEqualTo(9);
        assertThat(nimble.sessions().list())
                .extracting(PlaybackSession::id)
                .containsExactlyInAnyOrder(3L, -7L, 4L, 5L, 6L, 7L, 8L, 9L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.addSession(s -> s.id(6)))
                .withMessageContaining("id is 6");
        nimble.sessions().delete(6);
        fake.addSession(s -> s.id(6).app("vod"));
        assertThat(nimble.sessions().find(6).orElseThrow().app()).isEqualTo("vod");
    }

    @Test
    void aListTellsOfTheMomentWhenItWasAskedFor() {
        fake.populate(20_000);
        try (Stream<PlaybackSession> sessions = nimble.sessions().stream()) {
            Iterator<PlaybackSession> listed = sessions.iterator();
            listed.next();
            fake.endSession(20_000);
            fake.updateSession(19_999, s -> s.app("vod"));
            PlaybackSession last = listed.next();
            while (listed.hasNext()) {
                last = listed.next();
            }
            assertThat(last.id()).isEqualTo(20_000);
        }
    }

    @Test
    void wrongCountsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.populate(-1))
                .withMessage("count is -1: give 0 or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.populate(Integer.MAX_VALUE))
                .withMessage("count is 2147483647: give no more than 2147483646");
        fake.populate(0);
        assertThat(list()).isEqualTo("[]");
    }

    @Test
    void noneIsLongerThanTheRoomForIt() {
        JsonBytes text = new JsonBytes(InventedSession.LONGEST);
        InventedSession.write(Integer.MAX_VALUE - 1, Long.MAX_VALUE / 2, text);
        byte[] written = new byte[text.length()];
        text.copy(0, written, 0, written.length);
        assertThat(new String(written, StandardCharsets.US_ASCII))
                .startsWith("{\"id\":2147483646,")
                .endsWith("\"bytes_sent\":2147483646000,\"ppv_id\":\"viewer-646\"}");
    }

    /** What the forked JVM runs: a fake and its client together. */
    static final class Million {
        private Million() {}

        public static void main(String[] args) {
            try (FakeNimble fake = FakeNimble.start()) {
                NimbleClient nimble = fake.newClient();
                fake.populate(1_000_000);
                System.out.println(count(nimble));
                nimble.sessions().delete(1, 500_000, 1_000_000);
                System.out.println(count(nimble));
                System.out.println(nimble.sessions().find(500_001).orElseThrow().clientIp());
                System.out.println(nimble.server().status().connections());
            }
        }

        private static long count(NimbleClient nimble) {
            try (Stream<PlaybackSession> sessions = nimble.sessions().stream()) {
                return sessions.filter(session -> !session.app().isEmpty()).count();
            }
        }
    }

    @Test
    void aMillionNeedsLittleMemory() throws IOException, InterruptedException {
        Process process = Jvm.start(Million.class, List.of("-Xmx40m"));
        try {
            assertThat(text(process.getInputStream()))
                    .as(() -> text(process.getErrorStream()))
                    .isEqualToNormalizingNewlines("1000000\n999997\n198.19.161.33\n999997\n");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static String text(InputStream in) {
        try {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String list() {
        return nimble.raw().get("/manage/sessions").bodyText();
    }

    private static List<String> sorted(String list) {
        return Stream.of(list.substring(1, list.length() - 1).split("(?<=}),", -1))
                .sorted()
                .collect(Collectors.toList());
    }
}
