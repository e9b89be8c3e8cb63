package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static io.github.nimbleapi.control.handler.Push.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.guard.Blocklist;
import java.net.URI;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlaybackAuthorizationHandlerTest {
    private final Told told = new Told();

    private static HandlerReply decided(PlaybackDecision decision) {
        return PlaybackAuthorizationHandler.of(request -> decision)
                .handle(bytes("{\"url\":\"/live/a/playlist.m3u8\"}"));
    }

    @Test
    void eachDecisionHasItsAnswer() {
        assertThat(decided(PlaybackDecision.allow()))
                .isEqualTo(HandlerReply.of(200, "application/json", bytes("{\"return_code\":200}")));
        assertThat(decided(PlaybackDecision.deny()))
                .isEqualTo(HandlerReply.of(403, "application/json", bytes("{\"return_code\":403}")));
        assertThat(decided(PlaybackDecision.redirect(URI.create("http://edge-1/login?a=b"))))
                .isEqualTo(HandlerReply.of(
                        200,
                        "application/json",
                        bytes("{\"return_code\":302,\"redirect_location\":\"http://edge-1/login?a=b\"}")));
    }

    @Test
    void onlyWholeWebAddressesAreRedirectedTo() {
        for (String location : List.of("/login", "edge-1/login", "ftp://edge-1/", "http:x", "mailto:a@b")) {
            assertThatThrownBy(() -> PlaybackDecision.redirect(URI.create(location)))
                    .as(location)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("location");
        }
        assertThat(PlaybackDecision.redirect(URI.create("HTTPS://u:s3cret@h/p?t=s3cret"))
                        .toString())
                .contains("h/p")
                .doesNotContain("s3cret");
    }

    @Test
    void theRequestHasAllThatCame() {
        List<PlaybackRequest> seen = new ArrayList<>();
        PlaybackAuthorizationHandler handler = PlaybackAuthorizationHandler.of(request -> {
            seen.add(request);
            return PlaybackDecision.allow();
        });

        handler.handle(
                bytes(
                        "{\"url\":\"/local/mp4/sample1.mp4/playlist.m3u8\",\"host\":\"127.0.0.1:8081\",\"user_agent\":\"u\","
                                + "\"referer\":\"http://r\",\"client_ip\":\"192.0.2.1\",\"ppv_id\":7,\"x\":null,\"y\":{\"z\":[1,\"2\"]}}"));
        handler.handle(bytes("{}"));

        PlaybackRequest request = seen.get(0);
        assertThat(request.app()).isEqualTo("local/mp4");
        assertThat(request.stream()).isEqualTo("sample1.mp4");
        assertThat(request.host()).isEqualTo("127.0.0.1:8081");
        assertThat(request.userAgent()).isEqualTo("u");
        assertThat(request.referer()).isEqualTo("http://r");
        assertThat(request.clientIp()).isEqualTo("192.0.2.1");
        assertThat(request.viewerId()).isEqualTo("7");
        assertThat(request.members())
                .containsEntry("x", "")
                .containsEntry("y", "{\"z\":[1,\"2\"]}")
                .hasSize(8);
        assertThat(seen.get(1).url()
                        + seen.get(1).app()
                        + seen.get(1).stream()
                        + seen.get(1).clientIp())
                .isEmpty();
    }

    @Test
    void numbersThatNoTypeHoldsAreNoObstacle() {
        for (String number : List.of("1.5e66666666666666666666", "-1e-99999999999", "9".repeat(900), "1.50")) {
            String body = "{\"x\":" + number + ",\"y\":{\"z\":[" + number + "]}}";

            assertThat(PlaybackAuthorizationHandler.of(
                                    request -> number.equals(request.members().get("x"))
                                            ? PlaybackDecision.allow()
                                            : PlaybackDecision.deny())
                            .handle(bytes(body))
                            .status())
                    .as(body)
                    .isEqualTo(200);
        }
    }

    @Test
    void whatCantBeReadIs400() {
        PlaybackAuthorizationHandler handler = PlaybackAuthorizationHandler.builder()
                .decide(request -> PlaybackDecision.allow())
                .listener(told)
                .build();
        String many = IntStream.rangeClosed(0, 1_000)
                .mapToObj(i -> "\"a" + i + "\":1")
                .collect(Collectors.joining(","));

        for (String body : List.of("", "x", "[]", "{", "{}}", "<ApiSyncRequest/>", "{" + many + "}")) {
            assertThat(handler.handle(bytes(body)).status()).as(body).isEqualTo(400);
        }
        assertThat(told.failures).hasSize(7);
    }

    @Test
    void codeThatFailsIsAnsweredByChoice() {
        PlaybackAuthorizationHandler.Builder builder = PlaybackAuthorizationHandler.builder()
                .listener(told)
                .decide(request -> {
                    throw new IllegalStateException();
                });

        assertThat(builder.build().handle(bytes("{}")).status()).isEqualTo(403);
        assertThat(text(builder.onFailure(PlaybackDecision.allow()).build().handle(bytes("{}"))))
                .isEqualTo("{\"return_code\":200}");
        assertThat(told.failures)
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure.cause()).containsInstanceOf(IllegalStateException.class));
    }

    private static String signed(String inner) {
        return "wmsAuthSign=" + Base64.getEncoder().encodeToString(bytes(inner));
    }

    private static int status(Blocklist blocklist, String members) {
        return PlaybackAuthorizationHandler.builder()
                .blocklist(blocklist)
                .build()
                .handle(bytes("{" + members + "}"))
                .status();
    }

    @Test
    void aBlockedViewerIsFoundWhereverTheLinkNamesIt() {
        Blocklist blocklist = Blocklist.create();
        blocklist.blockViewer("bad");
        String bad = signed("server_time=1&id=bad");

        for (String query : List.of(
                bad,
                "wmsAuthSign=&" + bad,
                "wmsAuthSign=!&" + bad,
                signed("id=nobody") + "&" + bad,
                bad + "&" + signed("id=nobody"),
                signed("id=nobody&id=bad"),
                bad.replace("Sign", "Sig%6E"),
                bad.replace("wmsAuthSign=", "wmsAuthSign=!"))) {
            assertThat(status(blocklist, "\"url\":\"/live/a/x?" + query + "\""))
                    .as(query)
                    .isEqualTo(403);
            assertThat(status(blocklist, "\"url\":\"/live/a/x?" + query + "\",\"ppv_id\":\"ann\""))
                    .as(query)
                    .isEqualTo(403);
        }
        assertThat(status(blocklist, "\"url\":\"/live/a/x?" + bad + "\",\"viewer_id\":\"bad\""))
                .isEqualTo(403);
        assertThat(status(blocklist, "\"url\":\"/live/a/x?" + signed("id=ann") + "\""))
                .isEqualTo(200);
    }

    @Test
    void aBlockedStreamIsFoundHoweverItIsWritten() {
        Blocklist blocklist = Blocklist.create();
        blocklist.blockStream("live", "one");

        for (String url : List.of(
                "/live/one",
                "/live/one/playlist.m3u8",
                "/live//one/playlist.m3u8",
                "/live/./one/playlist.m3u8",
                "/live/one//playlist.m3u8",
                "/live/one/playlist.m3u8/",
                "/vod/../live/one/chunks.m3u8",
                "http://edge-1//live/%6fne")) {
            assertThat(status(blocklist, "\"url\":\"" + url + "\"")).as(url).isEqualTo(403);
        }
        assertThat(status(blocklist, "\"url\":\"/live/two/playlist.m3u8\"")).isEqualTo(200);
    }

    @Test
    void aBlocklistAloneLetsTheRestIn() {
        assertThat(PlaybackAuthorizationHandler.builder()
                        .blocklist(Blocklist.create())
                        .build()
                        .handle(bytes("{}"))
                        .status())
                .isEqualTo(200);
        assertThatThrownBy(() -> PlaybackAuthorizationHandler.builder().build()).hasMessageContaining("decide");
    }
}
