package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nimbleapi.publish.Publisher;
import io.github.nimbleapi.stream.LiveStream;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Encoders that try to publish by links. */
class FakePublishingTest {
    /** ID_1 may publish /live/stream from 127.0.0.1, signed with "defaultpassword"; from the protocol's description. */
    private static final String SIGN = "aWQ9SURfMSZzaWduPW95Zi9YVHBLM0c3QkQ4SmpwVnF1VHc9PSZpcD0xMjcuMC4wLjE=";

    private final ManualClock clock = new ManualClock();
    private final FakeNimble fake = FakeNimble.builder().clock(clock).start();
    private final FakePublishControl control = fake.publishControl();
    private final TestHandler handler = new TestHandler();

    @AfterEach
    void close() {
        fake.close();
        handler.close();
    }

    @Test
    void aDeniedPublisherIsOffAndMayComeBack() {
        String link = "rtsp://host/live/tv?publishsign="
                + Base64.getEncoder().encodeToString("id=ID_1&sign=x".getBytes(StandardCharsets.UTF_8));
        assertThat(publish(link).isLive()).isTrue();
        fake.addStream("live", "other");

        fake.newClient().publishControl().deny("ID_1");

        assertThat(fake.newClient().liveStreams().list())
                .extracting(LiveStream::stream)
                .containsExactly("other");
        assertThat(publish(link).isLive()).isTrue();
    }

    @Test
    void signaturesOfOthersAreGoodWhereverTheyStand() {
        for (Json vector : Vectors.of("publish")) {
            control.password(vector.text("password"));
            String stream = vector.text("stream");
            String app = stream.substring(0, stream.lastIndexOf('/'));
            String sign = vector.text("token");
            for (String link : List.of(
                    "rtmp://host" + app + "?publishsign=" + sign + stream.substring(app.length()),
                    "rtmps://host:443" + stream + "?publishsign=" + sign,
                    "rtsp://host:554" + stream + "?publishsign=" + sign,
                    "https://host:8443" + stream + "?a=b/c&publishsign=" + sign + "&d=e/f",
                    "srt://host:4444?streamid=" + stream + "?publishsign=" + sign,
                    "srt://host:4444?mode=caller&streamid=" + stream.replace("/", "%2F") + "%3Fpublishsign%3D"
                            + sign.replace("=", "%3D") + "&latency=200")) {
                FakePublication publication = publish(link);
                assertThat(publication.problem()).isEmpty();
                assertThat(publication.publisherId()).isEqualTo(vector.text("id"));
                assertThat("/" + publication.app() + "/" + publication.stream()).isEqualTo(stream);
                fake.endStream(publication.app(), publication.stream());
            }
        }
    }

    @Test
    void signaturesOfOthersAreForOneStreamAndPassword() {
        for (Json vector : Vectors.of("publish")) {
            String link = "rtsp://host" + vector.text("stream") + "?publishsign=" + vector.text("token");
            control.password(vector.text("password"));
            assertThat(publish(link.replace("?", "2?")).isLive()).isFalse();
            control.password(vector.text("password") + " ");
            assertThat(publish(link).isLive()).isFalse();
        }
        assertThat(fake.newClient().liveStreams().list()).isEmpty();
    }

    @Test
    void aSignatureMayBeForOneAddress() {
        control.publisherIp("203.0.113.8");
        for (Json vector : Vectors.of("publish")) {
            control.password(vector.text("password"));
            FakePublication publication =
                    publish("rtsp://host" + vector.text("stream") + "?publishsign=" + vector.text("token"));
            assertThat(publication.isLive()).isEqualTo(vector.text("client_ip").isEmpty());
            if (publication.isLive()) {
                fake.endStream(publication.app(), publication.stream());
            }
        }
    }

    @Test
    void aSignatureMayHaveSlashesInIt() {
        control.password("defaultpassword");
        assertThat(publish("rtmp://host/live?publishsign=aWQ9YWI/JnNpZ249S1VXV0JyVEJPTmtycVZQQlI2U3d0UT09/tv")
                        .problem())
                .isEmpty();
    }

    @Test
    void whoSucceedsIsLiveAndListed() {
        control.publisherIp("192.0.2.7");
        assertThat(publish("rtsp://host/live/stream?publishsign=" + SIGN))
                .hasToString("FakePublication[live/stream: live]");
        publish("srt://host:1?streamid=/live/two");
        publish("http://host/live/three");
        String listed =
                fake.newClient().raw().get("/manage/live_streams_status").bodyText();
        assertThat(listed)
                .contains("{\"strm\":\"stream\",\"publish_time\":\""
                        + clock.instant().getEpochSecond() + "\"")
                .contains("\"protocol\":\"RTSP\",\"publisher_ip\":\"192.0.2.7\"")
                .contains("\"protocol\":\"SRT\"")
                .contains("\"protocol\":\"WHIP\"");
        assertThat(fake.newClient().publishControl().list())
                .extracting(Publisher::id, Publisher::ip, Publisher::app, Publisher::stream)
                .contains(tuple("ID_1", "192.0.2.7", "live", "stream"));
        fake.endStream("live", "stream");
        assertThat(control.publishers()).extracting(Publisher::stream).containsExactly("two", "three");
    }

    @Test
    void withAPasswordEveryLinkNeedsASignature() {
        control.password("s3cret-publish");
        for (String link : List.of(
                "rtmp://host/live/stream",
                "rtmp://host/live?publishsign=/stream",
                "rtmp://host/live?publishsign=none/stream",
                "rtmp://host/live?publishsign=" + SIGN + "/stream",
                "rtsp://host/live/stream?publishsign=" + SIGN)) {
            FakePublication refused = publish(link);
            assertThat(refused.app() + "/" + refused.stream()).isEqualTo("live/stream");
            assertThat(refused.problem()).contains("publishsign is missing or wrong");
        }
        assertThat(control.publishers()).isEmpty();
    }

    @Test
    void theHandlerIsAskedOncePerBatch() {
        control.handler(handler.url());
        control.password("defaultpassword");
        handler.answers(asked -> WireReply.json("{\"PublishAuthResponse\":[]}"));
        control.publish(
                URI.create("rtmp://host/live?publishsign=" + SIGN + "/stream"),
                URI.create("rtmp://host/live/other"),
                URI.create("rtsp://host/live/stream?publishsign=" + SIGN));
        assertThat(fake.handlerCalls())
                .singleElement()
                .satisfies(call -> assertThat(call.bodyText())
                        .isEqualTo("{\"PublishAuthRequest\":[{\"seq\":\"1\",\"id\":\"ID_1\",\"ip\":\"127.0.0.1\","
                                + "\"stream\":\"live/stream\"},{\"seq\":\"2\",\"id\":\"ID_1\",\"ip\":\"127.0.0.1\","
                                + "\"stream\":\"live/stream\"}]}"));
        publish("rtmp://host/live?publishsign=" + SIGN + "/stream");
        assertThat(handler.lastAsked().at("PublishAuthRequest").texts("seq")).containsExactly("3");
        publish("rtmp://host/live/other");
        assertThat(fake.handlerCalls())
                .as("nobody is asked about a bad signature")
                .hasSize(2);
    }

    @Test
    void onlyWhatTheHandlerAllowsGoesLive() {
        control.handler(handler.url());
        handler.answers(asked -> WireReply.json("{\"PublishAuthResponse\":["
                + asked.at("PublishAuthRequest").elements().stream()
                        .map(one -> "{\"status\":\"" + (one.text("stream").endsWith("good") ? "success" : "fail")
                                + "\",\"seq\":\"" + one.text("seq") + "\"}")
                        .collect(Collectors.joining(","))
                + "]}"));
        List<FakePublication> publications = control.publish(
                URI.create("rtmp://host/live/bad"), URI.create("rtmp://host/a/good"), URI.create("rtmp://host/b/good"));
        assertThat(publications).extracting(FakePublication::isLive).containsExactly(false, true, true);
        assertThat(publications.get(0).problem()).contains("the handler does not allow it");
        assertThat(control.publishers()).extracting(Publisher::app).containsExactly("a", "b");
        assertThat(fake.handlerCalls().get(0).problem()).isEmpty();
    }

    @Test
    void withoutAnAnswerNothingGoesLive() {
        control.handler(handler.url());
        control.timeout(Duration.ofSeconds(30));
        for (String answer : List.of(
                "",
                "{}",
                "[]",
                "{\"PublishAuthResponse\":{\"seq\":\"@\",\"status\":\"success\"}}",
                "{\"PublishAuthResponse\":[{\"seq\":@,\"status\":\"success\"}]}",
                "{\"PublishAuthResponse\":[null,1,{\"seq\":\"@\"},{\"status\":\"success\"}]}",
                "{\"PublishAuthResponse\":[{\"seq\":\"@\",\"status\":\"Ok\"}]}")) {
            handler.answers(asked -> WireReply.json(
                    answer.replace("@", asked.at("PublishAuthRequest", 0).text("seq"))));
            refused();
        }
        handler.answers(asked -> WireReply.json(
                500,
                "{\"PublishAuthResponse\":[{\"seq\":\""
                        + asked.at("PublishAuthRequest", 0).text("seq") + "\",\"status\":\"success\"}]}"));
        refused();
        handler.close();
        refused();
    }

    @Test
    void aStreamIsPublishedOnce() {
        fake.addStream("live", "one");
        List<FakePublication> publications = control.publish(
                URI.create("rtmp://h/live/one"), URI.create("rtmp://h/live/two"), URI.create("rtmp://h/live/two"));
        assertThat(publications).extracting(FakePublication::isLive).containsExactly(false, true, false);
        assertThat(publications.get(2).problem()).contains("the stream is live already");
        assertThat(control.publishers()).hasSize(1);
    }

    @Test
    void aLinkThatIsNoneIsNamedWithoutItsSignature() {
        for (String link : List.of(
                "ftp://host/live/one?publishsign=s3cret",
                "rtmp://host/live?publishsign=s3cret",
                "host/live/one",
                "rtmp://host",
                "rtmp://host/live/",
                "rtmp://host//one",
                "srt://host:1?streamid=live/one?publishsign=s3cret",
                "srt://host:1/live/one",
                "srt://host:1?xstreamid=/live/one",
                "rtmp://u:s3cret@host/live")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> control.publish(URI.create("rtmp://host/live/good"), URI.create(link)))
                    .withMessageContaining("link is ")
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("s3cret"));
        }
        assertThat(control.publishers()).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> control.password(""))
                .withMessageContaining("password is blank");
    }

    private FakePublication publish(String link) {
        return control.publish(URI.create(link)).get(0);
    }

    private void refused() {
        assertThat(publish("rtmp://host/live/one").problem()).contains("the handler does not allow it");
        List<HandlerCall> calls = fake.handlerCalls();
        assertThat(calls.get(calls.size() - 1).problem()).isPresent();
        assertThat(control.publishers()).isEmpty();
    }
}
