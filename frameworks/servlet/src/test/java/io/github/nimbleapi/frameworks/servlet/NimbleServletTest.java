package io.github.nimbleapi.frameworks.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.PlaybackAuthorizationHandler;
import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.FakeSession;
import io.github.nimbleapi.testkit.NimbleServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class NimbleServletTest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static final Logger NOISE = Logger.getLogger("org.apache");
    private static final Tomcat TOMCAT = new Tomcat();
    private static final Blocklist BLOCKLIST = Blocklist.create();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        TOMCAT.setBaseDir(folder.toString());
        NOISE.setLevel(Level.SEVERE);
        TOMCAT.setPort(0);
        TOMCAT.getConnector();
        Context context = TOMCAT.addContext("", null);
        PayPerViewHandler payPerView = PayPerViewHandler.builder()
                .token("s3cret-push")
                .onReport(report -> Set.of("bob"))
                .build();
        Tomcat.addServlet(context, "pay-per-view", new NimbleServlet(payPerView))
                .addMapping("/pay-per-view");
        PlaybackAuthorizationHandler authorization = PlaybackAuthorizationHandler.builder()
                .blocklist(BLOCKLIST)
                .maxBodyBytes(1000)
                .build();
        Tomcat.addServlet(context, "authorization", new NimbleServlet(authorization))
                .addMapping("/authorization");
        TOMCAT.start();
    }

    @AfterAll
    static void stop() throws Exception {
        TOMCAT.stop();
        TOMCAT.destroy();
    }

    @Test
    void theDeniedAreDisconnected(@NimbleServer FakeNimble fake) {
        FakeSession ann = fake.addSession(session -> session.viewerId("ann"));
        FakeSession bob = fake.addSession(session -> session.viewerId("bob"));
        fake.payPerView().handler(uri("/pay-per-view"), "s3cret-push");

        assertThat(fake.payPerView().report().problem()).isEmpty();

        assertThat(bob.disconnected()).isCompleted();
        assertThat(ann.disconnected()).isNotDone();
    }

    @Test
    void aForgedReportIsRefused(@NimbleServer FakeNimble fake) {
        fake.payPerView().handler(uri("/pay-per-view"), "s3cret-other");

        assertThat(fake.payPerView().report().status()).hasValue(403);
    }

    @Test
    void statusTypeAndBodyAreThoseOfTheReply() throws Exception {
        BLOCKLIST.blockIp("203.0.113.7");

        HttpResponse<String> reply = post(BodyPublishers.ofString("{\"client_ip\":\"203.0.113.7\"}"));

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(reply.body()).isEqualTo("{\"return_code\":403}");
    }

    @Test
    void aLongBodyIsRefused() throws Exception {
        assertThat(post(BodyPublishers.ofString("{" + " ".repeat(998) + "}")).statusCode())
                .isEqualTo(200);
        assertThat(post(BodyPublishers.ofString("{" + " ".repeat(999) + "}")).statusCode())
                .isEqualTo(400);
    }

    @Test
    void onlyPostIsAnswered() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(uri("/authorization")).build();

        assertThat(HTTP.send(get, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
    }

    /** As a form, which a container likes to read by itself. */
    private static HttpResponse<String> post(BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri("/authorization"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body)
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + TOMCAT.getConnector().getLocalPort() + path);
    }
}
