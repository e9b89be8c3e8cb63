package io.github.nimbleapi.control.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** No body however shaped throws out of a handler, or is answered with 500. */
class RandomBodiesTest {
    private static final int BODIES = 6_000;
    private static final List<String> SAMPLES = List.of(
            Push.GENUINE,
            new String(
                    Push.signedXml(
                            "i",
                            "p",
                            "<PayPerViewInfo><VHost><name>v</name><Application><name>a</name><Instance>"
                                    + "<Stream><Player><id>1</id><delta>5</delta></Player></Stream></Instance></Application></VHost>"
                                    + "</PayPerViewInfo>"),
                    StandardCharsets.UTF_8),
            "{\"ID\":\"i\",\"publish\":[{\"stream\":\"live/4k\",\"protocol\":\"RTMP\",\"time\":1569999976249}],\"unpublish\":[]}",
            "{\"PublishAuthRequest\":[{\"seq\":\"1\",\"id\":\"ID_1\",\"ip\":\"192.168.1.1\",\"stream\":\"publish/stream\"}]}",
            "{\"url\":\"/live/a/playlist.m3u8?wmsAuthSign=aWQ9MQ==\",\"host\":\"h:8081\",\"user_agent\":\"u\"}");
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "null",
            "1e999",
            "-",
            "\\u0000",
            "\\ud800",
            "<",
            "</",
            ">",
            "&#0;",
            "&lt;",
            "<![CDATA[",
            "]]>",
            "<!DOCTYPE x>",
            "<?",
            "\ufeff",
            "VHost",
            "Player",
            "PayPerViewInfo",
            "name",
            "id",
            "delta",
            "publish",
            "seq",
            "url",
            "\"ID\":",
            "%",
            "0x",
            "9".repeat(1_100),
            "[".repeat(70));

    private final Told told = new Told();
    private final List<NimbleHandler> handlers = List.of(
            PayPerViewHandler.builder()
                    .token(Push.GENUINE_TOKEN)
                    .listener(told)
                    .onReport(r -> Set.of(r.toString()))
                    .build(),
            PayPerViewHandler.builderWithoutToken()
                    .listener(told)
                    .onReport(r -> Set.of(r.toString()))
                    .build(),
            PlaybackAuthorizationHandler.builder()
                    .listener(told)
                    .decide(r -> r.viewerId().equals(r.app() + r.stream())
                            ? PlaybackDecision.deny()
                            : PlaybackDecision.allow())
                    .build(),
            PublishControlHandler.builder()
                    .listener(told)
                    .decide(a -> a.toString().isEmpty())
                    .build(),
            StreamEventHandler.builder()
                    .token(Push.GENUINE_TOKEN)
                    .listener(told)
                    .onEvent(e -> assertThat(e.toString()).isNotEmpty())
                    .build(),
            StreamEventHandler.builderWithoutToken()
                    .listener(told)
                    .onEvent(e -> assertThat(e.toString()).isNotEmpty())
                    .build());

    @Test
    @Tag("random")
    void areAllAnswered() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int good = 0;
        for (int i = 0; i < BODIES; i++) {
            byte[] body = body(random);
            for (NimbleHandler handler : handlers) {
                HandlerReply reply = handler.handle(body.clone());
                assertThat(reply.status())
                        .as(
                                "seed %d, body %d of %s: %s",
                                seed, i, handler.getClass().getSimpleName(), Arrays.toString(body))
                        .isIn(200, 400, 403);
                good += reply.status() == 200 ? 1 : 0;
            }
        }
        assertThat(good).as("seed %d: bodies that were read", seed).isBetween(BODIES / 20, BODIES * 6);
        assertThat(told.failures).as("seed %d", seed).noneMatch(f -> f.kind() == HandlerFailure.Kind.FAILED);
    }

    private static byte[] body(Random random) {
        if (random.nextInt(20) == 0) {
            byte[] noise = new byte[random.nextInt(60)];
            random.nextBytes(noise);
            return noise;
        }
        StringBuilder text = new StringBuilder(SAMPLES.get(random.nextInt(SAMPLES.size())));
        for (int changes = random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, random.nextInt(8));
            text.replace(at, at + length, random.nextBoolean() ? PIECES.get(random.nextInt(PIECES.size())) : "");
        }
        byte[] body = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(4) == 0) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }
}
