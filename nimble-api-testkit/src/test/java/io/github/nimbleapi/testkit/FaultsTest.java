package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults for some calls only, on both ports, and with bodies of any length. */
class FaultsTest {
    private static final Duration SOON = Duration.ofMillis(300);

    @NimbleServer
    FakeNimble fake;

    private final Player player = new Player();
    private NimbleClient once;

    @BeforeEach
    void callOnce() {
        once = fake.newClient().withOptions(o -> o.retryPolicy(RetryPolicy.none()));
        fake.addStream("live", "tv");
    }

    @Test
    void anAnswerOfOnesOwnMayHaveHeaders() throws Exception {
        fake.failNext(
                call -> call.path().equals("/live/tv/playlist.m3u8"),
                Fault.status(302).header("Location", "/live/other/playlist.m3u8"));

        HttpResponse<String> answer = player.get(fake.playbackUrl("live", "tv", "playlist.m3u8"));

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).contains("/live/other/playlist.m3u8");
        assertThatThrownBy(() -> Fault.status(302).header("a b", "x")).hasMessageStartingWith("name is a b");
        assertThatThrownBy(() -> Fault.status(302).header("content-length", "7"))
                .hasMessageStartingWith("name is content-length");
        assertThatThrownBy(() -> Fault.status(302).header("a", "x\r\nb: c")).hasMessageStartingWith("value of a");
        fake.failNext(Fault.answer(200, "x").header("content-type", "text/plain"));
        HttpResponse<String> typed = player.get(URI.create(fake.url() + "/manage/sessions"));
        assertThat(typed.headers().allValues("Content-Type")).containsExactly("text/plain");
        assertThatThrownBy(() -> Fault.stall().header("a", "x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("stall");
    }

    @Test
    void onlyCallsThatMatchAreStruck() {
        FakeSession session = fake.addSession(s -> {});
        fake.failNext(call -> call.bodyText().equals("[" + session.id() + "]"), Fault.status(503));
        assertThat(once.sessions().list()).hasSize(1);
        assertThatThrownBy(() -> once.sessions().delete(session.id())).isInstanceOf(NimbleResponseException.class);
        assertThat(session.isDeleted()).isFalse();
        once.sessions().delete(session.id());
        assertThat(session.isDeleted()).isTrue();
    }

    @Test
    void theFirstThatMatchesStrikesAndTheOthersWait() {
        fake.failNext(
                call -> call.path().endsWith("_status"),
                answer("{\"Connections\":1}").times(2));
        fake.failNext(answer("[{\"id\":11}]"));
        fake.failNext(call -> true, answer("[{\"id\":12}]"));
        assertThat(once.sessions().find(11)).isPresent();
        assertThat(connections()).isEqualTo(1);
        assertThat(once.sessions().find(12)).isPresent();
        assertThat(connections()).isEqualTo(1);
        assertThat(connections()).isZero();
        assertThat(once.sessions().list()).isEmpty();
    }

    @Test
    void aFaultForAlwaysStrikesUntilItIsCleared() {
        fake.failNext(Fault.status(503).always());
        fake.failNext(call -> true, Fault.status(500));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> once.sessions().list()).hasMessageContaining("503");
        }
        fake.clearFaults();
        assertThat(once.sessions().list()).isEmpty();
        assertThat(Fault.stall().always()).hasToString("Fault[stall, always]");
    }

    @Test
    void aPlayersCallsAreStruckToo() throws Exception {
        URI playlist = fake.playbackUrl("live", "tv", "playlist.m3u8");
        fake.failNext(
                call -> call.path().endsWith("/chunks.m3u8") && call.query().contains("nimblesessionid"),
                Fault.status(503).retryAfter(Duration.ofSeconds(7)).times(2));
        URI chunks = player.follow(playlist);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> struck = player.get(chunks);
            assertThat(struck.statusCode()).isEqualTo(503);
            assertThat(struck.headers().firstValue("Retry-After")).contains("7");
        }
        assertThat(player.get(chunks).statusCode()).isEqualTo(200);
        assertThat(fake.calls()).isEmpty();
    }

    @Test
    void aFaultForWhateverComesNextIsForManagementCalls() throws Exception {
        fake.failNext(Fault.status(503));
        assertThat(player.get(fake.playbackUrl("live", "tv", "playlist.m3u8")).statusCode())
                .isEqualTo(200);
        assertThatThrownBy(() -> once.sessions().list()).hasMessageContaining("503");
    }

    @Test
    void aBodyWithoutEndIsCutOff() throws Exception {
        URI endless = fake.playbackUrl("live", "tv", "mpeg.2ts");
        fake.failNext(call -> call.path().endsWith("mpeg.2ts"), Fault.truncatedBody());
        assertThatThrownBy(() -> player.download(endless)).isInstanceOf(IOException.class);
        assertThat(once.sessions().list()).isEmpty();
    }

    @Test
    void aBodyWithoutEndStallsUntilTheFakeIsClosed() throws Exception {
        fake.failNext(call -> call.path().endsWith("mpeg.2ts"), Fault.stallBody());
        try (InputStream body =
                player.open(fake.playbackUrl("live", "tv", "mpeg.2ts")).body()) {
            assertThat(body.readNBytes(188)).startsWith((byte) 0x47);
            fake.close();
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aPlayerWhoseBodyStallsHasASessionUntilItIsPutOut() throws Exception {
        fake.failNext(call -> call.path().endsWith("mpeg.2ts"), Fault.stallBody());
        try (InputStream body =
                player.open(fake.playbackUrl("live", "tv", "mpeg.2ts")).body()) {
            assertThat(body.readNBytes(188)).startsWith((byte) 0x47);
            FakeSession session = fake.sessions().get(0);
            once.sessions().delete(session.id());
            assertThatThrownBy(body::readAllBytes).isInstanceOf(IOException.class);
            assertThat(session.isDeleted()).isTrue();
        }
    }

    @Test
    void aPageThatPlaysMayReadWhatStrikesIt() throws Exception {
        URI playlist = fake.playbackUrl("live", "tv", "playlist.m3u8");
        for (Fault fault : List.of(Fault.status(503), Fault.garbage(), answer("x"))) {
            fake.failNext(call -> call.path().endsWith("playlist.m3u8"), fault);
            HttpResponse<String> struck = player.get(playlist);
            assertThat(struck.body()).doesNotContain("#EXTM3U");
            assertThat(struck.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("*");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3})
    void aListStallsAndBreaksInTheMiddle(int invented) {
        fake.addSession(s -> s.app("live"));
        fake.populate(invented);
        assertThat(struck(Fault.stallBody())).isInstanceOf(NimbleTimeoutException.class);
        assertThat(struck(Fault.stall())).isInstanceOf(NimbleTimeoutException.class);
        assertThat(struck(Fault.delay(ChronoUnit.FOREVER.getDuration()))).isInstanceOf(NimbleTimeoutException.class);
        assertThat(struck(Fault.slowBody(Duration.ofHours(1)))).isInstanceOf(NimbleTimeoutException.class);
        assertThat(struck(Fault.truncatedBody())).isInstanceOf(NimbleConnectionException.class);
        assertThat(struck(Fault.connectionReset())).isInstanceOf(NimbleConnectionException.class);
        assertThat(struck(Fault.connectionClosed())).isInstanceOf(NimbleConnectionException.class);
        assertThat(struck(Fault.garbage())).isInstanceOf(NimbleDataException.class);
        assertThat(once.sessions().list()).hasSize(1 + invented);
    }

    @Test
    void aSlowListOfUnknownLengthArrivesWhole() {
        fake.populate(2);
        fake.failNext(Fault.slowBody(Duration.ofNanos(1)));
        assertThat(once.sessions().list()).hasSize(2);
        fake.failNext(Fault.delay(Duration.ofMillis(1)));
        assertThat(once.sessions().list()).hasSize(2);
    }

    @Test
    void manyCallsAtOnceTakeNoMoreStrikesThanThereAre() {
        FaultQueue queue = new FaultQueue();
        queue.add(Fault.stall().times(500));
        queue.add(Fault.garbage(), call -> true);
        AtomicInteger struck = new AtomicInteger();
        IntStream.range(0, 10_000).parallel().forEach(i -> {
            if (queue.ofManagement(recorded()) != null) {
                struck.incrementAndGet();
            }
        });
        assertThat(struck).hasValue(501);
    }

    private RecordedCall recorded() {
        List<RecordedCall> calls = fake.calls();
        if (calls.isEmpty()) {
            once.sessions().list();
            return recorded();
        }
        return calls.get(0);
    }

    private NimbleException struck(Fault fault) {
        fake.failNext(fault);
        try {
            once.withOptions(o -> o.callTimeout(SOON)).sessions().list();
        } catch (NimbleException e) {
            return e;
        }
        throw new AssertionError(fault + " did not strike");
    }

    private int connections() {
        return Math.toIntExact(once.server().status().connections());
    }

    private static Fault answer(String body) {
        return Fault.answer(200, body);
    }
}
