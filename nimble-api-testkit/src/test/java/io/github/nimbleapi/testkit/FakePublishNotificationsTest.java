package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakePublishNotificationsTest {
    private final ManualClock clock = new ManualClock();
    private final FakeNimble fake = FakeNimble.builder().clock(clock).start();
    private final TestHandler handler = new TestHandler();

    @AfterEach
    void close() {
        fake.close();
        handler.close();
    }

    @Test
    void aStreamThatGoesLiveAndEndsIsTold() {
        clock.set(Instant.ofEpochMilli(1_569_999_976_249L));
        fake.publishNotifications().handler(handler.url());
        fake.addStream("live", "4k", s -> s.publisherIp("192.0.2.7"));
        assertThat(fake.handlerCalls())
                .singleElement()
                .satisfies(call -> assertThat(call.bodyText())
                        .matches("\\{\"ID\":\"[0-9a-f-]{36}\",\"Puzzle\":\"[0-9a-f-]{36}\",\"publish\":.*")
                        .endsWith(",\"publish\":[{\"stream\":\"live/4k\",\"protocol\":\"RTMP\","
                                + "\"time\":1569999976249,\"type\":\"push\",\"remote_ip\":\"192.0.2.7\"}]}"));
        clock.advance(Duration.ofMillis(1));
        fake.endStream("live", "4k");
        assertThat(handler.lastAsked().has("publish")).isFalse();
        assertThat(handler.lastAsked().at("unpublish", 0).text("stream")).isEqualTo("live/4k");
        assertThat(handler.lastAsked().at("unpublish", 0).number("time")).isEqualTo(1_569_999_976_250L);
    }

    @Test
    void aNotificationIsSignedWhereThereIsAToken() {
        fake.publishNotifications().handler(handler.url(), "s3cret-push");
        fake.addStream("live", "one");
        Json told = handler.lastAsked();
        PushHeader header = new PushHeader(told.text("ID"), told.text("Puzzle"));
        assertThat(header.begin("s3cret-push").toString()).contains("\"" + told.text("Signature") + "\"");
        assertThat(fake.handlerCalls().toString()).doesNotContain("s3cret");
    }

    @Test
    void whatIsPublishedTogetherIsToldTogether() {
        fake.publishNotifications().handler(handler.url());
        fake.addStream("live", "two");
        fake.publishControl()
                .publish(
                        URI.create("rtsp://h/a/1"),
                        URI.create("rtsp://h/live/two"),
                        URI.create("srt://h:1?streamid=/a/2"));
        assertThat(handler.lastAsked().at("publish").texts("stream")).containsExactly("a/1", "a/2");
        assertThat(handler.lastAsked().at("publish").texts("protocol")).containsExactly("RTSP", "SRT");
        fake.publishControl().publish(URI.create("rtsp://h/a/1"));
        assertThat(handler.requests()).as("nothing went live").hasSize(2);
    }

    @Test
    void aFailureIsOnlyRecorded() {
        fake.publishNotifications().handler(handler.url());
        handler.answers(500, "");
        fake.addStream("live", "one");
        assertThat(fake.handlerCalls().get(0).problem()).contains("the handler has to answer 200");
        handler.answers(200, "");
        fake.endStream("live", "one");
        assertThat(fake.handlerCalls().get(1).problem()).isEmpty();
        handler.close();
        fake.addStream("live", "one");
        assertThat(fake.handlerCalls().get(2).status()).isEmpty();
    }

    @Test
    void nobodyIsToldWithoutAHandler() {
        fake.addStream("live", "one");
        fake.endStream("live", "one");
        assertThat(fake.handlerCalls()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.publishNotifications().timeout(Duration.ZERO))
                .withMessageContaining("timeout is PT0S");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.publishNotifications().handler(handler.url(), ""))
                .withMessageContaining("token is blank");
    }
}
