package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients in other languages meet: the fake's bytes, with no client of ours in between. */
class FakeNimbleWireTest {
    /** Salt and hash of the token "mypassword", from the vectors of other implementations. */
    private static final String SIGNED = "salt=123456&hash=wVt5toMuAe2o7Fv7kpUsCA==";

    @NimbleServer
    FakeNimble open;

    @NimbleServer(value = "guarded", managementToken = "mypassword")
    FakeNimble guarded;

    @Test
    void theListIsABareArray() throws IOException {
        assertThat(get(open, "/manage/sessions")).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n[]");
    }

    @Test
    void anUnknownEndpointIsAnHtmlPage() throws IOException {
        assertThat(get(open, "/manage/mpegts_status"))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("<html><head><title>Not found</title></head><body>Not found</body></html>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/manage/sessions?salt=123456&hash=wVt5toMuAe2o7Fv7kpUsCA==",
                "/manage/sessions?salt=123456&hash=wVt5toMuAe2o7Fv7kpUsCA%3D%3D",
                "/manage/sessions?a=b&hash=wVt5toMuAe2o7Fv7kpUsCA==&salt=123456",
                "/manage/sessions?salt=9&hash=pNZ+1fK/oThnJ5kFNNaLsA==",
                "/manage/sessions?salt=9&hash=pNZ%2B1fK%2FoThnJ5kFNNaLsA%3D%3D"
            })
    void aSignedCallIsAccepted(String target) throws IOException {
        assertThat(get(guarded, target)).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/manage/sessions",
                "/manage/sessions?salt=123456",
                "/manage/sessions?hash=wVt5toMuAe2o7Fv7kpUsCA==",
                "/manage/sessions?salt=123457&hash=wVt5toMuAe2o7Fv7kpUsCA==",
                "/manage/sessions?salt=123456&hash=wvt5tomuae2o7fv7kpusca==",
                "/manage/sessions?salt=123456&hash=YzE1Yjc5YjY4MzJlMDFlZGE4ZWM1YmZiOTI5NTJjMDg=",
                "/manage/sessions?salt=123456&salt=123456&hash=wVt5toMuAe2o7Fv7kpUsCA==",
                "/manage/sessions?salt=123456&hash=%zz",
                "/nowhere?salt=1&hash=2"
            })
    void anythingElseIsForbidden(String target) throws IOException {
        assertThat(get(guarded, target)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void deletingTakesABareArrayOfNumbers() throws IOException {
        open.addSession(s -> s.id(1));
        open.addSession(s -> s.id(2));
        assertThat(post(open, " [ 1 , 99 ] ")).endsWith("{\"status\":\"Ok\"}");
        assertThat(open.sessions()).extracting(FakeSession::id).containsExactly(2L);
        for (String wrong : new String[] {"{\"ids\":[2]}", "[\"2\"]", "2", "[2,]", "", "["}) {
            assertThat(post(open, wrong)).as(wrong).endsWith("{\"status\":\"Error\"}");
        }
        assertThat(open.sessions()).hasSize(1);
    }

    @Test
    void aChunkedBodyIsRead() throws IOException {
        open.addSession(s -> s.id(12));
        String reply = exchange(
                open,
                "POST /manage/sessions/delete HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\n"
                        + "Transfer-Encoding: chunked\r\n\r\n2;x=y\r\n[1\r\n2\r\n2]\r\n0\r\n\r\n");
        assertThat(reply).startsWith("HTTP/1.1 100 ").contains("HTTP/1.1 200 ");
        assertThat(open.sessions()).isEmpty();
    }

    @Test
    void theNameOfACodingHasNoCase() throws IOException {
        open.addSession(s -> s.id(7));
        exchange(
                open,
                "POST /manage/sessions/delete HTTP/1.1\r\nConnection: close\r\nTransfer-Encoding: Chunked\r\n\r\n"
                        + "3\r\n[7]\r\n0\r\n\r\n");
        assertThat(open.sessions()).isEmpty();
    }

    @Test
    void aRequestWhoseHeadIsCutOffIsNotCarriedOut() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), open.port())) {
            socket.getOutputStream()
                    .write("POST /manage/reload_config HTTP/1.1\r\nHos".getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 400 ");
        }
        assertThat(open.server().configReloads()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello\r\n\r\n",
                "GET / HTTP/2\r\n\r\n",
                "GET / HTTP/1.1\r\nno colon\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
                "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void whatIsNotHttpIsABadRequest(String request) throws IOException {
        assertThat(exchange(open, request)).startsWith("HTTP/1.1 400 ");
        assertThat(get(open, "/manage/sessions")).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void aConnectionServesManyRequests() throws IOException {
        String once = "GET /manage/sessions?" + SIGNED + " HTTP/1.1\r\nHost: x\r\n";
        assertThat(exchange(guarded, once + "\r\n" + once + "Connection: close\r\n\r\n"))
                .containsPattern("(?s)HTTP/1.1 200 .*HTTP/1.1 200 ");
    }

    private static String get(FakeNimble fake, String target) throws IOException {
        return exchange(fake, "GET " + target + " HTTP/1.0\r\n\r\n");
    }

    private static String post(FakeNimble fake, String body) throws IOException {
        return exchange(
                fake, "POST /manage/sessions/delete HTTP/1.0\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private static String exchange(FakeNimble fake, String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
