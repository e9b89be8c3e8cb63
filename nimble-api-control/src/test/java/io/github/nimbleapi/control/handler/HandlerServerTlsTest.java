package io.github.nimbleapi.control.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HandlerServerTlsTest {
    private static final char[] PASSWORD = "s3cret".toCharArray();

    @TempDir
    private Path directory = Path.of("");

    @Test
    void servesHttps() throws Exception {
        SSLContext tls = selfSigned();
        try (HandlerServer server = HandlerServer.builder()
                .tls(tls)
                .handle("/ppv", PayPerViewHandler.withoutToken(report -> Set.of("5")))
                .start()) {
            HttpResponse<String> reply = HttpClient.newBuilder()
                    .sslContext(tls)
                    .build()
                    .send(
                            HttpRequest.newBuilder(server.uri("/ppv"))
                                    .POST(BodyPublishers.ofString("{}"))
                                    .build(),
                            BodyHandlers.ofString());

            assertThat(server.uri("/ppv").getScheme()).isEqualTo("https");
            assertThat(reply.body()).isEqualTo("{\"DenyList\":{\"ID\":[\"5\"]}}");
        }
    }

    @Test
    void cutsOffWhoDoesNotShakeHands() throws Exception {
        try (HandlerServer server = HandlerServer.builder()
                .tls(selfSigned())
                .peerWithin(Duration.ofMillis(50))
                .handle("/ppv", PayPerViewHandler.withoutToken(report -> Set.of()))
                .start()) {
            try (RawClient client = new RawClient(server.port())) {
                client.send("\u0016\u0003");
                assertThat(client.isCutOff()).isTrue();
            }
        }
    }

    private SSLContext selfSigned() throws Exception {
        Path file = directory.resolve("keys.p12");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "SAN=IP:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();

        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stored = Files.newInputStream(file)) {
            keys.load(stored, PASSWORD);
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }
}
