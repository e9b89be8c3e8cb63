package io.github.nimbleapi.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A handler behind https, with a certificate for 127.0.0.1 alone. */
class HandlerPostTlsTest {
    private static final char[] PASSWORD = "s3cret-store".toCharArray();
    private static final Duration LONG = Duration.ofSeconds(30);

    private final SSLContext before = before();
    private final HandlerPost post = new HandlerPost();

    @TempDir
    Path directory;

    @BeforeEach
    void theCertificateIsTrusted() throws Exception {
        Path store = directory.resolve("store.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        SSLContext.setDefault(context(store));
    }

    @AfterEach
    void close() {
        SSLContext.setDefault(before);
        post.close();
    }

    @Test
    void aHandlerBehindTlsIsAsked() throws Exception {
        try (ServerSocket listening = server()) {
            answer(listening);
            HandlerAnswer answer =
                    post.post(URI.create("https://127.0.0.1:" + listening.getLocalPort() + "/"), "{}", LONG);
            assertThat(answer.bodyText()).isEqualTo("[]");
        }
    }

    @Test
    void aCertificateOfSomebodyElseIsNotTrusted() throws Exception {
        try (ServerSocket listening = server()) {
            answer(listening);
            URI url = URI.create("https://localhost:" + listening.getLocalPort() + "/");
            assertThatExceptionOfType(SSLException.class).isThrownBy(() -> post.post(url, "{}", LONG));
        }
    }

    private static ServerSocket server() throws Exception {
        return SSLContext.getDefault()
                .getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static void answer(ServerSocket listening) {
        Thread thread = new Thread(() -> {
            try (Socket socket = listening.accept()) {
                socket.getInputStream().read();
                socket.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n[]".getBytes(StandardCharsets.US_ASCII));
            } catch (IOException e) {
                // The test sees what came of it.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private static SSLContext context(Path file) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static SSLContext before() {
        try {
            return SSLContext.getDefault();
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
