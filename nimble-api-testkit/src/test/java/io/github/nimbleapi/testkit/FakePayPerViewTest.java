package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.nimbleapi.testkit.internal.WireReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FakePayPerViewTest {
    private static final String TOKEN = "s3cret-ppv";

    private final ManualClock clock = new ManualClock();
    private final FakeNimble fake = FakeNimble.builder().clock(clock).start();
    private final FakePayPerView ppv = fake.payPerView();
    private final TestHandler handler = new TestHandler();

    @BeforeEach
    void reportsGoToTheHandler() {
        ppv.handler(handler.url());
    }

    @AfterEach
    void close() {
        fake.close();
        handler.close();
    }

    @Test
    void aReportIsWrittenAsNimbleWritesIt() {
        FakeSession session = fake.addSession(s ->
                s.app("live").stream("tv").viewerId("500").clientIp("192.0.2.7").userAgent("VLC/3 \"x\""));
        clock.advance(Duration.ofMillis(7_001));
        fake.updateSession(session.id(), s -> s.bytesSent(13_981_102));
        HandlerCall call = ppv.report();
        assertThat(call.bodyText())
                .matches("\\{\"ID\":\"[0-9a-f-]{36}\",\"Puzzle\":\"[0-9a-f-]{36}\",\"PayPerViewInfo\":.*")
                .endsWith(",\"PayPerViewInfo\":{\"VHost\":[{\"name\":\"_defaultVHost_\",\"Application\":[{\"name\":"
                        + "\"live\",\"Instance\":[{\"name\":\"_definst_\",\"Stream\":[{\"name\":\"tv\",\"Player\":["
                        + "{\"id\":\"500\",\"ip\":\"192.0.2.7\",\"sessionid\":\"1\",\"delta\":7001,"
                        + "\"bytes_sent\":13981102,\"user_agents\":[\"VLC/3 \\\"x\\\"\"]}]}]}]}]}]}}");
        assertThat(call.status()).hasValue(200);
        assertThat(call.problem()).isEmpty();
        assertThat(fake.handlerCalls()).containsExactly(call);
        assertThat(handler.requests().get(0).headers()).containsEntry("content-type", List.of("application/json"));
    }

    @Test
    void viewersAreGroupedByApplicationAndStream() {
        for (String name : List.of("a/1", "b/1", "a/2", "a/1")) {
            fake.addSession(
                    s -> s.app(name.substring(0, 1)).stream(name.substring(2)).viewerId(name));
        }
        ppv.report();
        Json apps = info().at("VHost", 0, "Application");
        assertThat(apps.texts("name")).containsExactly("a", "b");
        assertThat(apps.at(0, "Instance", 0, "Stream").texts("name")).containsExactly("1", "2");
        assertThat(apps.at(0, "Instance", 0, "Stream", 0, "Player").texts("id")).containsExactly("a/1", "a/1");
        Json player = apps.at(1, "Instance", 0, "Stream", 0, "Player", 0);
        assertThat(player.text("id")).isEqualTo("b/1");
        assertThat(player.at("user_agents").isEmpty()).isTrue();
    }

    @Test
    void whoIsNobodysViewerIsNotReported() {
        fake.endSession(fake.addSession(s -> {}).id());
        fake.addSession(s -> {});
        ppv.report();
        assertThat(info().isEmpty()).isTrue();
        assertThat(handler.lastAsked().has("PayPerViewInfo")).isTrue();
    }

    @Test
    void eachReportGoesOnWhereTheLastOneEnded() {
        FakeSession session = fake.addSession(s -> s.viewerId("ann").bytesSent(10));
        clock.advance(Duration.ofMillis(1_500));
        ppv.report();
        clock.advance(Duration.ofNanos(2_600_000));
        fake.updateSession(session.id(), s -> s.bytesSent(25));
        ppv.report();
        clock.advance(Duration.ofNanos(400_000));
        ppv.report();
        assertThat(told()).containsExactly("ann 1500 10", "ann 2 15", "ann 1 0");
    }

    @Test
    void nobodyWatchesLessThanNothing() {
        FakeSession session = fake.addSession(
                s -> s.viewerId("ann").created(clock.instant().plusSeconds(9)).bytesSent(5));
        ppv.report();
        fake.updateSession(session.id(), s -> s.bytesSent(1));
        clock.advance(Duration.ofSeconds(10));
        ppv.report();
        assertThat(told()).containsExactly("ann 0 5", "ann 1000 0");
    }

    @Test
    void whatCouldNotBeReportedIsInTheNextReport() {
        FakeSession left = fake.addSession(s -> s.viewerId("ann").bytesSent(1));
        fake.addSession(s -> s.viewerId("bob").bytesSent(2));
        clock.advance(Duration.ofSeconds(1));
        handler.answers(500, "{}");
        assertThat(ppv.report().problem()).contains("the handler has to answer 200");
        fake.endSession(left.id());
        clock.advance(Duration.ofSeconds(1));
        handler.answers(200, "{}");
        ppv.report();
        clock.advance(Duration.ofSeconds(1));
        ppv.report();
        assertThat(told()).containsExactly("ann 1000 1", "bob 1000 2", "ann 1000 1", "bob 2000 2", "bob 1000 0");
    }

    @Test
    void whoHasLeftIsReportedOnceMore() {
        FakeSession stopped = fake.addSession(s -> s.viewerId("ann"));
        FakeSession deleted = fake.addSession(s -> s.viewerId("bob"));
        ppv.report();
        clock.advance(Duration.ofSeconds(3));
        fake.endSession(stopped.id());
        clock.advance(Duration.ofSeconds(1));
        fake.newClient().sessions().delete(deleted.id());
        clock.advance(Duration.ofSeconds(9));
        ppv.report();
        ppv.report();
        assertThat(told()).containsExactly("ann 0 0", "bob 0 0", "ann 3000 0", "bob 4000 0");
        assertThat(info().isEmpty()).isTrue();
    }

    @Test
    void whoLeftRightAfterAReportIsNotReportedAgain() {
        FakeSession session = fake.addSession(s -> s.viewerId("ann"));
        clock.advance(Duration.ofSeconds(3));
        ppv.report();
        fake.endSession(session.id());
        ppv.report();
        assertThat(told()).containsExactly("ann 3000 0");
    }

    @Test
    void whoLeftBeforeThereWasAHandlerIsForgotten() {
        try (FakeNimble other = FakeNimble.start()) {
            other.endSession(
                    other.addSession(s -> s.viewerId("ann").bytesSent(1)).id());
            other.payPerView().handler(handler.url());
            other.payPerView().report();
        }
        assertThat(info().isEmpty()).isTrue();
    }

    @Test
    void aSilentPlayerHasWatchedUntilItFellSilent() {
        FakeSessions sessions = new FakeSessions(clock, Duration.ofSeconds(30));
        try (Handlers handlers = new Handlers()) {
            FakePayPerView other = new FakePayPerView(sessions, clock, handlers);
            other.handler(handler.url());
            FakeSession early = sessions.addAgeing(new FakeSession.Settings(clock.instant()).viewerId("ann"));
            FakeSession late = sessions.addAgeing(new FakeSession.Settings(clock.instant()).viewerId("bob"));
            clock.advance(Duration.ofSeconds(4));
            early.served(7, clock.instant());
            clock.advance(Duration.ofSeconds(20));
            late.served(8, clock.instant());
            clock.advance(Duration.ofSeconds(11));
            other.report();
            clock.advance(Duration.ofSeconds(60));
            other.report();
        }
        assertThat(told()).containsExactly("ann 4000 7", "bob 24000 8");
        assertThat(info().isEmpty()).isTrue();
    }

    @Test
    void aReportIsSignedWhereThereIsAToken() throws Exception {
        signed();
        HandlerCall call = ppv.report();
        Json asked = handler.lastAsked();
        assertThat(asked.text("Signature")).isEqualTo(md5(asked.text("ID") + asked.text("Puzzle") + TOKEN));
        assertThat(call.problem()).isEmpty();
        assertThat(ppv.report().bodyText()).doesNotContain(asked.text("ID"));
        assertThat(handler.lastAsked().text("Puzzle")).isNotEqualTo(asked.text("Puzzle"));
        assertThat(fake.handlerCalls().toString()).doesNotContain("s3cret").doesNotContain(md5(TOKEN));
    }

    @Test
    void signaturesAreThoseThatOthersCompute() {
        for (Json vector : Vectors.of("push")) {
            String token = vector.text("token");
            PushHeader header = new PushHeader(vector.text("ID"), vector.text("Puzzle"));
            assertThat(header.begin(token).toString()).contains("\"" + vector.text("Signature") + "\"");
            assertThat(header.isSolved(token, vector.text("Solution"))).isTrue();
            assertThat(header.isSolved(token + "x", vector.text("Solution"))).isFalse();
        }
    }

    @Test
    void aDenyListWithoutTheSolutionIsIgnored() {
        FakeSession session = fake.addSession(s -> s.viewerId("ann"));
        ppv.handler(handler.url(), TOKEN);
        for (String solution : List.of("", ",\"Solution\":\"IDI5uYL0dPeoWVv5u2sN5Q==\"", ",\"Solution\":1")) {
            handler.answers(200, "{\"DenyList\":{\"ID\":[\"ann\"]}" + solution + "}");
            assertThat(ppv.report().problem()).contains("Solution is missing or wrong, so DenyList is ignored");
        }
        assertThat(session.disconnected()).isNotDone();
        assertThat(ppv.denied()).isEmpty();
    }

    @Test
    void deniedViewersAreDisconnectedAndKeptOut() {
        FakeSession first = fake.addSession(s -> s.viewerId("ann"));
        FakeSession second = fake.addSession(s -> s.viewerId("7"));
        FakeSession other = fake.addSession(s -> s.viewerId("bob"));
        deny("\"ann\",7,\"\"");
        assertThat(first.disconnected()).isCompletedWithValue(clock.instant());
        assertThat(second.disconnected()).isDone();
        assertThat(first.isDeleted()).isFalse();
        assertThat(fake.sessions()).containsExactly(other);
        assertThat(ppv.denied()).isEqualTo(Set.of("ann", "7"));
        assertThat(fake.addSession(s -> s.viewerId("ann")).disconnected()).isDone();
        assertThat(fake.addSession(s -> {}).disconnected()).isNotDone();
    }

    @Test
    void aDenialLastsForAsLongAsAnswersRepeatIt() {
        deny("\"ann\"");
        deny("\"ann\",\"bob\"");
        handler.answers(503, "{\"DenyList\":{\"ID\":[]}}");
        ppv.report();
        assertThat(ppv.denied()).isEqualTo(Set.of("ann", "bob"));
        deny("\"bob\"");
        assertThat(fake.addSession(s -> s.viewerId("ann")).disconnected()).isNotDone();
        handler.answers(200, "{}");
        ppv.report();
        assertThat(ppv.denied()).isEmpty();
    }

    @Test
    void anAnswerThatCanNotBeUnderstoodDeniesNobody() {
        deny("\"ann\"");
        for (String answer : List.of(
                "",
                "[]",
                "null",
                "{]",
                "{\"DenyList\":[\"bob\"]}",
                "{\"DenyList\":{\"ID\":\"bob\"}}",
                "{\"DenyList\":{\"ID\":[\"bob\",null]}}",
                "{\"DenyList\":{\"ID\":[[\"bob\"]]}}")) {
            handler.answers(200, answer);
            assertThat(ppv.report().problem()).isPresent();
        }
        assertThat(ppv.denied()).isEqualTo(Set.of("ann"));
    }

    @Test
    void theSameReportCanBeSentAgain() throws Exception {
        signed();
        fake.addSession(s -> s.viewerId("ann"));
        clock.advance(Duration.ofSeconds(2));
        HandlerCall first = ppv.report();
        clock.advance(Duration.ofSeconds(1));
        HandlerCall second = ppv.repeat();
        assertThat(second.bodyText()).isEqualTo(first.bodyText());
        assertThat(second.problem()).isEmpty();
        ppv.report();
        assertThat(told()).containsExactly("ann 2000 0", "ann 2000 0", "ann 1000 0");
    }

    @Test
    void aReportThatArrivesAtLastIsDone() {
        FakeSession session = fake.addSession(s -> s.viewerId("ann"));
        clock.advance(Duration.ofSeconds(2));
        fake.endSession(session.id());
        handler.answers(500, "");
        ppv.report();
        handler.answers(200, "{}");
        ppv.repeat();
        ppv.report();
        assertThat(told()).containsExactly("ann 2000 0", "ann 2000 0");
    }

    @Test
    void nobodyAtHome() {
        handler.close();
        HandlerCall call = ppv.report();
        assertThat(call.status()).isEmpty();
        assertThat(call.problem().orElseThrow()).contains("Connection refused");
        assertThat(fake.handlerCalls()).containsExactly(call);
    }

    @Test
    void reportsComeByThemselves() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        CountDownLatch reports = new CountDownLatch(3);
        handler.answers(asked -> {
            reports.countDown();
            return WireReply.json("{}");
        });
        ppv.every(Duration.ofMillis(1));
        assertThat(reports.await(30, TimeUnit.SECONDS)).isTrue();
        ppv.every(Duration.ZERO);
        ppv.every(Duration.ofDays(400_000));
        fake.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !before.contains(thread))
                .extracting(Thread::getName)
                .doesNotContain("fake-nimble-pay-per-view", "fake-nimble-handler-alarms");
        assertThatIllegalStateException().isThrownBy(() -> ppv.every(Duration.ofSeconds(1)));
    }

    @Test
    void nothingIsReportedBeforeThereIsAHandler() throws InterruptedException {
        try (FakeNimble other = FakeNimble.start()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.payPerView().report())
                    .withMessageContaining("call handler(URI) first");
            CountDownLatch reported = new CountDownLatch(1);
            handler.answers(asked -> {
                reported.countDown();
                return WireReply.json("{}");
            });
            other.payPerView().every(Duration.ofMillis(1));
            other.payPerView().handler(handler.url());
            assertThat(reported.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aHandlerThatHangsIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        handler.answers(asked -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return WireReply.json("{}");
        });
        ppv.timeout(Duration.ofMillis(50));
        assertThat(ppv.report().problem().orElseThrow()).contains("no whole answer within PT0.05S");
        never.countDown();
    }

    @Test
    void wrongUseIsNamed() {
        assertThatIllegalStateException().isThrownBy(ppv::repeat).withMessageContaining("call report() first");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ppv.handler(handler.url(), " "))
                .withMessageContaining("token is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ppv.every(Duration.ofSeconds(-1)))
                .withMessageContaining("interval is PT-1S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ppv.timeout(Duration.ZERO))
                .withMessageContaining("timeout is PT0S");
        for (String url : List.of("ftp://h/?s3cret", "mailto:s3cret", "/s3cret", "http://s3cret@h/", "http:///x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> ppv.handler(URI.create(url)))
                    .withMessageContaining("handler is ")
                    .withMessageContaining("give an http or https URL");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ppv.handler(URI.create("http://u:s3cret@h/x?s3cret")))
                .withMessageContaining("http://h/x:");
    }

    private void deny(String ids) {
        handler.answers(200, "{\"DenyList\":{\"ID\":[" + ids + "]}}");
        assertThat(ppv.report().problem()).isEmpty();
    }

    private void signed() {
        ppv.handler(handler.url(), TOKEN);
        handler.answers(asked -> WireReply.json(
                "{\"DenyList\":{\"ID\":[]},\"Solution\":\"" + md5(asked.text("Puzzle") + TOKEN) + "\"}"));
    }

    private Json info() {
        return handler.lastAsked().at("PayPerViewInfo");
    }

    /** Viewer, time and bytes of all reports so far. */
    private List<String> told() {
        return handler.asked().stream()
                .flatMap(asked -> asked.all("Player"))
                .flatMap(players -> players.elements().stream())
                .map(player -> player.text("id") + " " + player.number("delta") + " " + player.number("bytes_sent"))
                .collect(Collectors.toList());
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
