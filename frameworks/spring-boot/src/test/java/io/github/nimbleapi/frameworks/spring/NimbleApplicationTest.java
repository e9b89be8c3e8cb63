package io.github.nimbleapi.frameworks.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.Fault;
import io.github.nimbleapi.testkit.HandlerCall;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

@Timeout(60)
class NimbleApplicationTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final FakeNimble FAKE =
            FakeNimble.builder().managementToken("s3cret-management").start();
    private static final ConfigurableApplicationContext APP = start();

    private final FakeNimble fake = FAKE;
    private final ConfigurableApplicationContext app = APP;
    private final Blocklist blocklist = app.getBean(Blocklist.class);
    private final MeterRegistry meters = app.getBean(MeterRegistry.class);
    private final NimbleClient nimble = app.getBean(NimbleClient.class);

    private static ConfigurableApplicationContext start() {
        return SpringApplication.run(
                NimbleApplication.class,
                "--server.port=0",
                "--logging.level.root=error",
                "--spring.main.banner-mode=off",
                "--management.endpoint.health.show-details=always",
                "--nimble.url=" + FAKE.url(),
                "--nimble.management-token=s3cret-management",
                "--nimble.push-token=s3cret-push");
    }

    @AfterEach
    void clear() {
        fake.clearFaults();
        blocklist.unblockViewer("ann");
        blocklist.unblockIp("127.0.0.1");
    }

    @AfterAll
    static void stop() {
        APP.close();
        FAKE.close();
    }

    @Test
    void callsAreSignedAndTimed() throws Exception {
        assertThat(nimble.liveStreams().list()).isEmpty();

        awaitCallsOf("/manage/live_streams_status");
    }

    @Test
    void itIsUpWhileTheServerAnswers() throws Exception {
        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("\"nimble\":{\"details\":{\"url\":\"" + fake.url()
                        + "\",\"connections\":0},\"status\":\"UP\"}");
    }

    @Test
    void itIsDownWhenTheServerStalls() throws Exception {
        fake.failNext(Fault.stall().always());

        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("NimbleTimeoutException").doesNotContain("s3cret", "hash=", "salt=");
    }

    @Test
    void itIsDownWhenTheTokenIsRefused() throws Exception {
        fake.failNext(Fault.status(403).always());

        HttpResponse<String> health = get("/actuator/health");

        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("NimbleAuthenticationException").doesNotContain("s3cret", "hash=", "salt=");
    }

    @Test
    void reportsAreBilledAndBlockedViewersDenied() {
        FakeSession ann = fake.addSession(
                session -> session.app("live").stream("one").viewerId("ann").bytesSent(1));
        blocklist.blockViewer("ann");
        fake.payPerView().handler(uri("/nimble/pay-per-view"), "s3cret-push");

        HandlerCall call = fake.payPerView().report();

        assertThat(call.problem()).isEmpty();
        assertThat(app.getBean(Billing.class).watched()).containsOnlyKeys("ann");
        assertThat(fake.payPerView().denied()).containsExactly("ann");
        assertThat(ann.disconnected()).isCompleted();
    }

    @Test
    void newPlayersAreAskedAbout() throws Exception {
        fake.addStream("live", "two");
        fake.playbackAuthorization().handler(uri("/nimble/authorization"));
        URI playlist = fake.playbackUrl("live", "two", "playlist.m3u8");

        assertThat(get(playlist).statusCode()).isEqualTo(200);
        blocklist.blockIp("127.0.0.1");
        assertThat(get(playlist).statusCode()).isEqualTo(403);
        assertThat(fake.handlerCalls()).extracting(HandlerCall::problem).allMatch(Optional::isEmpty);
    }

    @Test
    void bodiesAreLimitedAndTakenWhateverTheirHeadersSay() throws Exception {
        assertThat(post("{}", "application/x-www-form-urlencoded").statusCode()).isEqualTo(200);
        assertThat(post("{", "text/plain").statusCode()).isEqualTo(400);
        assertThat(post(" ".repeat(16 << 20) + "{}", "application/json").statusCode())
                .isEqualTo(400);
    }

    @Test
    void theClientIsClosedWithTheContext() {
        ConfigurableApplicationContext other = start();
        NimbleClient its = other.getBean(NimbleClient.class);

        other.close();

        assertThatIllegalStateException().isThrownBy(() -> its.sessions().list());
    }

    @Test
    void noSecretIsShown() throws Exception {
        nimble.dvr().archive("live", "one");
        awaitCallsOf("/manage/dvr_status");

        assertThat(meters.getMeters())
                .extracting(meter -> meter.getId().toString())
                .isNotEmpty()
                .noneMatch(id -> id.contains("hash=") || id.contains("s3cret"));
        assertThat(app.getBean(NimbleProperties.class)).hasToString("NimbleProperties[" + fake.url() + "]");
    }

    /** The answer may be there a moment before its time is. */
    private void awaitCallsOf(String family) throws InterruptedException {
        while (meters.find("http.client.requests").tag("uri", family).timer() == null) {
            Thread.sleep(10);
        }
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + app.getEnvironment().getRequiredProperty("local.server.port") + path);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(uri(path));
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HTTP.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String body, String contentType) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/nimble/authorization"))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }
}
