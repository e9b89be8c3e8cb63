package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static io.github.nimbleapi.control.handler.Push.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.signing.PushSignature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamEventHandlerTest {
    private static final String PUBLISH = "\"publish\":[{\"stream\":\"live\\/4k\",\"protocol\":\"RTMP\","
            + "\"time\":1569999976249,\"type\":\"push\",\"remote_ip\":\"127.0.0.1\"}]";

    private final Told told = new Told();
    private final List<StreamEvent> events = new ArrayList<>();
    private final StreamEventHandler handler = StreamEventHandler.builder()
            .token(Push.TOKEN)
            .listener(told)
            .onEvent(this::tell)
            .build();

    private void tell(StreamEvent event) {
        events.add(event);
        if (event.stream().equals("bad")) {
            throw new IllegalStateException();
        }
    }

    @Test
    void theGenuineProofHolds() {
        assertThat(PushSignature.of(Push.GENUINE_TOKEN)
                        .verify(
                                Push.GENUINE_EVENT_HEADER.get(0),
                                Push.GENUINE_EVENT_HEADER.get(1),
                                Push.GENUINE_EVENT_HEADER.get(2)))
                .isTrue();
        StreamEventHandler genuine = StreamEventHandler.builder()
                .token(Push.GENUINE_TOKEN)
                .onEvent(events::add)
                .build();

        HandlerReply reply = genuine.handle(bytes("{\"ID\":\"" + Push.GENUINE_EVENT_HEADER.get(0) + "\",\"Puzzle\":\""
                + Push.GENUINE_EVENT_HEADER.get(1) + "\",\"Signature\":\"" + Push.GENUINE_EVENT_HEADER.get(2) + "\","
                + PUBLISH
                + "}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(events)
                .containsExactly(StreamEvent.builder(StreamEvent.Kind.PUBLISHED, "live", "4k")
                        .protocol("RTMP")
                        .time(Instant.ofEpochMilli(1_569_999_976_249L))
                        .type("push")
                        .remoteIp("127.0.0.1")
                        .build());
    }

    @Test
    void theReplySolvesThePuzzleAndARepeatIsToldOnce() {
        byte[] body = bytes("{" + Push.header("i", "p") + "," + PUBLISH + "}");

        assertThat(text(handler.handle(body))).isEqualTo("{\"Solution\":\"" + Push.solution("p") + "\"}");
        assertThat(text(handler.handle(body))).isEqualTo("{\"Solution\":\"" + Push.solution("p") + "\"}");
        assertThat(events).hasSize(1);
        assertThat(handler.handle(bytes("{\"ID\":\"i\"," + PUBLISH + "}")).status())
                .isEqualTo(403);
        assertThat(handler.handle(bytes("x")).status()).isEqualTo(400);
    }

    @Test
    void eventsComeInOrderAndWrongOnesAreSkipped() {
        handler.handle(bytes("{" + Push.header("i", "p")
                + ",\"unpublish\":[1,{\"stream\":\"/a/b\",\"time\":\"5\",\"protocol\":[]},null],"
                + "\"publish\":{\"stream\":\"c\",\"time\":-1},\"PayPerViewInfo\":{\"publish\":[{}]}}"));

        assertThat(events)
                .containsExactly(
                        StreamEvent.builder(StreamEvent.Kind.UNPUBLISHED, "a", "b")
                                .time(Instant.ofEpochMilli(5))
                                .build(),
                        StreamEvent.builder(StreamEvent.Kind.PUBLISHED, "", "c").build());
    }

    @Test
    void anItemWithoutAStreamIsSkipped() {
        HandlerReply reply = handler.handle(
                bytes("{" + Push.header("i", "p") + ",\"publish\":[{},{\"stream\":\"live/\"},{\"AppName\":\"a\"}]}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(events).isEmpty();
    }

    @Test
    void oneFailureLosesNoEvent() {
        byte[] body =
                bytes("{" + Push.header("i", "p") + ",\"publish\":[{\"stream\":\"a/bad\"},{\"stream\":\"a/b\"}]}");

        assertThat(handler.handle(body).status()).isEqualTo(500);
        assertThat(told.only().cause()).containsInstanceOf(IllegalStateException.class);
        assertThat(events).hasSize(2);
        handler.handle(body);
        assertThat(events).hasSize(4);
    }

    @Test
    void withoutATokenThereIsNoSolution() {
        StreamEventHandler open = StreamEventHandler.withoutToken(events::add);

        assertThat(text(open.handle(bytes("{\"ID\":\"i\",\"Puzzle\":\"p\"," + PUBLISH + "}"))))
                .isEqualTo("{}");
        assertThat(text(open.handle(bytes("{" + PUBLISH + "}")))).isEqualTo("{}");
        assertThat(events).hasSize(2);
        assertThatThrownBy(
                        () -> StreamEventHandler.builder().onEvent(events::add).build())
                .hasMessageContaining("withoutToken");
        assertThatThrownBy(() -> StreamEventHandler.builderWithoutToken().build())
                .hasMessageContaining("onEvent");
    }

    @Test
    void xmlIsAnsweredWithXml() {
        HandlerReply reply = handler.handle(Push.signedXml(
                "i", "p", "<Publish><stream>live/4k</stream></Publish><Unpublish><stream>live/x</stream></Unpublish>"));

        assertThat(text(reply))
                .contains("<ApiSyncResponse><Solution>" + Push.solution("p") + "</Solution></ApiSyncResponse>");
        assertThat(events).extracting(StreamEvent::stream).containsExactly("4k", "x");
    }

    /** As the vendor's schema has them, which is another form than that of JSON. */
    @Test
    void xmlHasApplicationAndStreamApart() {
        String names = "<VHostName>v</VHostName><AppName>live</AppName><AppInstanceName>_definst_</AppInstanceName>";

        handler.handle(Push.signedXml(
                "i",
                "p",
                "<Publish>" + names + "<StreamName>one</StreamName></Publish><Publish>" + names
                        + "<StreamName>smil:two.smil</StreamName></Publish><Unpublish>" + names
                        + "<StreamName>one</StreamName></Unpublish><Unpublish/>"));

        assertThat(events)
                .containsExactly(
                        StreamEvent.builder(StreamEvent.Kind.PUBLISHED, "live", "one")
                                .build(),
                        StreamEvent.builder(StreamEvent.Kind.PUBLISHED, "live", "smil:two.smil")
                                .build(),
                        StreamEvent.builder(StreamEvent.Kind.UNPUBLISHED, "live", "one")
                                .build());
    }
}
