package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static io.github.nimbleapi.control.handler.Push.players;
import static io.github.nimbleapi.control.handler.Push.signed;
import static io.github.nimbleapi.control.handler.Push.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.guard.Blocklist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PayPerViewHandlerTest {
    private final List<PayPerViewReport> reports = new ArrayList<>();
    private final Told told = new Told();
    private @Nullable List<@Nullable String> denied = List.of();

    private PayPerViewHandler.Builder builder(String token) {
        return PayPerViewHandler.builder().token(token).listener(told).onReport(this::report);
    }

    @SuppressWarnings({"NullAway", "unchecked"}) // answers what it must not
    private List<String> report(PayPerViewReport report) {
        reports.add(report);
        return (List<String>) (List<?>) denied;
    }

    @Test
    void aGenuineReportIsVerifiedReadAndAnswered() {
        HandlerReply reply = builder(Push.GENUINE_TOKEN).build().handle(bytes(Push.GENUINE));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(text(reply)).isEqualTo("{\"DenyList\":{\"ID\":[]},\"Solution\":\"" + Push.GENUINE_SOLUTION + "\"}");
        assertThat(reports)
                .containsExactly(PayPerViewReport.of(
                        "5f0d5962-33b1-5137-ae6a-32776bcabc69",
                        List.of(ReportedViewer.builder("500")
                                .server("your-edgeserver.yourdomain.com")
                                .app("live")
                                .instance("_definst_")
                                .stream("livestream")
                                .ip("127.0.0.1")
                                .sessionId("1001")
                                .watched(Duration.ofSeconds(7))
                                .bytesSent(13_981_102)
                                .userAgents(List.of("Mozilla/5.0 ..."))
                                .build())));
        assertThat(told.failures).isEmpty();
    }

    @Test
    void aGenuineReportOfNobody() {
        HandlerReply reply = builder(Push.GENUINE_TOKEN)
                .build()
                .handle(bytes("{" + Push.GENUINE_HEADER + ",\"PayPerViewInfo\":{}}"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).viewers()).isEmpty();
    }

    @Test
    void whatIsForgedOrNotSignedNeverReachesTheCode() {
        PayPerViewHandler handler = builder(Push.TOKEN).build();

        for (String body : List.of(
                Push.GENUINE,
                "{}",
                "{" + Push.header("i", "p").replace("Signature", "x") + "}",
                "{" + Push.header("i", "p").replace("Puzzle", "x") + "}",
                "{" + Push.header("i", "p").replace("\"ID\"", "\"x\"") + "}",
                "{" + Push.header("i", "p") + ",\"Signature\":null}",
                "{" + Push.header("i", "p") + ",\"Puzzle\":{\"ID\":1}}",
                "{" + Push.header("", "p") + "}",
                "{" + Push.header("i", "") + "}",
                "{\"PayPerViewInfo\":{" + Push.header("i", "p") + "}}")) {
            HandlerReply reply = handler.handle(bytes(body));

            assertThat(reply.status()).as(body).isEqualTo(403);
            assertThat(reply.body()).isEmpty();
        }
        assertThat(reports).isEmpty();
        assertThat(told.failures).hasSize(10).allSatisfy(failure -> {
            assertThat(failure.kind()).isEqualTo(HandlerFailure.Kind.FORGED);
            assertThat(failure.status()).isEqualTo(403);
            assertThat(failure.handler()).isEqualTo("pay-per-view");
        });
    }

    @Test
    void whatCantBeReadIsRefusedBeforeItsSignature() {
        PayPerViewHandler handler = builder(Push.TOKEN).build();

        for (String body : List.of(
                "",
                " ",
                "not json",
                "[]",
                "1",
                "null",
                "{",
                "{\"ID\":}",
                "{" + Push.header("i", "p") + "} x",
                "{" + Push.header("i", "p") + "}{}",
                "{" + Push.header("i", "p") + ",\"PayPerViewInfo\":{\"VHost\":[}",
                "{" + Push.header("i", "p") + ",\"x\":" + "[".repeat(64) + "]".repeat(64) + "}")) {
            HandlerReply reply = handler.handle(bytes(body));

            assertThat(reply.status()).as(body).isEqualTo(400);
            assertThat(reply.body()).isEmpty();
        }
        assertThat(reports).isEmpty();
        assertThat(told.failures).hasSize(12).allSatisfy(failure -> {
            assertThat(failure.kind()).isEqualTo(HandlerFailure.Kind.UNREADABLE);
            assertThat(failure.status()).isEqualTo(400);
        });
    }

    @Test
    void limitsAreInclusive() {
        byte[] body = signed("i", "p", "{\"x\":" + "[".repeat(62) + "]".repeat(62) + "}");

        assertThat(builder(Push.TOKEN)
                        .maxBodyBytes(body.length)
                        .build()
                        .handle(body)
                        .status())
                .isEqualTo(200);
        assertThat(builder(Push.TOKEN)
                        .maxBodyBytes(body.length - 1)
                        .build()
                        .handle(body)
                        .status())
                .isEqualTo(400);
        assertThat(told.only().text()).contains("longer than " + (body.length - 1));
    }

    @Test
    void namesAndHeaderMayComeLast() {
        byte[] body = bytes("{\"PayPerViewInfo\":{\"VHost\":[{\"Application\":[{\"Instance\":[{\"Stream\":[{\"Player\":"
                + "[{\"delta\":1,\"id\":\"x\"},{\"id\":\"y\"}],\"name\":\"smil:vod.smil\"},{\"name\":\"t\",\"Player\":[{\"id\":\"z\"}]}],"
                + "\"name\":\"inst\"}],\"name\":\"vodfile\"},{\"name\":\"b\",\"Instance\":{\"Stream\":{\"Player\":{\"id\":7}}}}],"
                + "\"name\":\"host\"},{\"name\":\"other\",\"Application\":[]}]},"
                + Push.header("i", "p") + "}");

        builder(Push.TOKEN).build().handle(body);

        assertThat(reports.get(0).viewers())
                .extracting(
                        v -> v.server() + " " + v.app() + " " + v.instance() + " " + v.stream() + " " + v.viewerId())
                .containsExactly(
                        "host vodfile inst smil:vod.smil x",
                        "host vodfile inst smil:vod.smil y",
                        "host vodfile inst t z",
                        "host b   7");
    }

    @Test
    void timesAreMillisecondsAndNeverBelowZero() {
        byte[] body = signed(
                "i",
                "p",
                players(
                        "{\"delta\":286786}",
                        "{\"delta\":\"15000\"}",
                        "{\"delta\":1.5}",
                        "{\"delta\":-7}",
                        "{\"delta\":1e300}",
                        "{\"delta\":\"soon\"}",
                        "{\"delta\":[7]}",
                        "{\"bytes_sent\":-1}",
                        "{\"bytes_sent\":99999999999999999999}"));

        builder(Push.TOKEN).build().handle(body);

        List<ReportedViewer> viewers = reports.get(0).viewers();
        assertThat(viewers.subList(0, 4))
                .extracting(ReportedViewer::watched)
                .containsExactly(
                        Duration.ofMillis(286_786),
                        Duration.ofMillis(15_000),
                        Duration.ofNanos(1_500_000),
                        Duration.ZERO);
        assertThat(viewers.get(4).watched()).isGreaterThan(Duration.ofDays(10_000));
        assertThat(viewers.subList(5, 9)).extracting(ReportedViewer::watched).containsOnly(Duration.ZERO);
        assertThat(viewers.subList(7, 9)).extracting(ReportedViewer::bytesSent).containsExactly(0L, Long.MAX_VALUE);
    }

    @Test
    void denialsAreTextInOrderWithoutDoublesOrBlanks() {
        denied = Arrays.asList("b\"\u00fc", "a", "", " ", null, "a");

        HandlerReply reply = builder(Push.TOKEN).build().handle(signed("i", "p", "{}"));

        assertThat(text(reply))
                .isEqualTo(
                        "{\"DenyList\":{\"ID\":[\"a\",\"b\\\"\u00fc\"]},\"Solution\":\"" + Push.solution("p") + "\"}");
    }

    @Test
    void codeThatThrowsIsAnsweredWith500AndToldOf() {
        for (Throwable thrown : List.of(new IllegalStateException("s3cret detail"), new StackOverflowError())) {
            told.failures.clear();
            HandlerReply reply = PayPerViewHandler.builder()
                    .token(Push.TOKEN)
                    .listener(told)
                    .onReport(report -> sneakily(thrown))
                    .build()
                    .handle(signed("i", "p", "{}"));

            assertThat(reply).isEqualTo(HandlerReply.of(500, "application/json", new byte[0]));
            assertThat(told.only().cause()).containsSame(thrown);
            assertThat(told.only().kind()).isEqualTo(HandlerFailure.Kind.FAILED);
        }
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> Set<String> sneakily(Throwable thrown) throws T {
        throw (T) thrown;
    }

    @Test
    void noAnswerIsAFailure() {
        denied = null;

        assertThat(builder(Push.TOKEN).build().handle(signed("i", "p", "{}")).status())
                .isEqualTo(500);
    }

    @Test
    void aListenerThatThrowsBreaksNothing() {
        PayPerViewHandler handler = builder(Push.TOKEN)
                .listener(failure -> {
                    throw new StackOverflowError();
                })
                .build();

        assertThat(handler.handle(bytes("x")).status()).isEqualTo(400);
        assertThat(handler.handle(bytes("{}")).status()).isEqualTo(403);
    }

    @Test
    void withoutATokenNobodyIsAskedForProof() {
        PayPerViewHandler handler = PayPerViewHandler.withoutToken(report -> Set.of("5"));

        assertThat(text(handler.handle(bytes("{}")))).isEqualTo("{\"DenyList\":{\"ID\":[\"5\"]}}");
        assertThat(text(handler.handle(bytes(Push.GENUINE)))).isEqualTo("{\"DenyList\":{\"ID\":[\"5\"]}}");
    }

    @Test
    void ofSeveralHeadersTheLastIsVerifiedAndUsed() {
        PayPerViewHandler handler = builder(Push.TOKEN).build();
        String last = Push.header("i2", "p2");

        HandlerReply reply = handler.handle(bytes("{\"ID\":\"i1\",\"Puzzle\":\"p1\"," + last + "}"));

        assertThat(text(reply)).contains(Push.solution("p2"));
        assertThat(reports.get(0).id()).isEqualTo("i2");
        assertThat(handler.handle(bytes("{" + last + ",\"ID\":\"i1\"}")).status())
                .isEqualTo(403);
    }

    @Test
    void aBlocklistAloneIsEnough() {
        HandlerReply reply = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .blocklist(Blocklist.create())
                .build()
                .handle(signed("i", "p", Push.INFO));

        assertThat(text(reply)).startsWith("{\"DenyList\":{\"ID\":[]}");
    }

    @Test
    void whoHasNoIdIsNotDeniedWhereverFrom() {
        Blocklist blocklist = Blocklist.create();
        blocklist.blockIp("192.0.2.1");
        HandlerReply reply = PayPerViewHandler.builder()
                .token(Push.TOKEN)
                .blocklist(blocklist)
                .build()
                .handle(signed(
                        "i",
                        "p",
                        players(
                                "{\"id\":\" \",\"ip\":\"192.0.2.1\"}",
                                "{\"ip\":\"192.0.2.1\"}",
                                "{\"id\":\"5\",\"ip\":\"192.0.2.1\"}")));

        assertThat(text(reply)).startsWith("{\"DenyList\":{\"ID\":[\"5\"]}");
    }

    @Test
    void aMarkAtTheBeginningAndBytesThatAreNoTextDoNotMatter() {
        byte[] body = bytes("\ufeff \n"
                + new String(signed("i", "p", players("{\"id\":\"?\"}")), java.nio.charset.StandardCharsets.UTF_8));
        for (int i = 0; i < body.length; i++) {
            body[i] = body[i] == '?' ? (byte) 0xff : body[i];
        }

        assertThat(builder(Push.TOKEN).build().handle(body).status()).isEqualTo(200);
        assertThat(reports.get(0).viewers().get(0).viewerId()).isEqualTo("\ufffd");
    }

    @Test
    void buildersSayWhatIsMissing() {
        assertThatThrownBy(() ->
                        PayPerViewHandler.builder().onReport(r -> Set.of()).build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("withoutToken");
        assertThatThrownBy(() -> PayPerViewHandler.builder().token(Push.TOKEN).build())
                .hasMessageContaining("onReport");
        assertThatThrownBy(() -> PayPerViewHandler.builderWithoutToken().token(Push.TOKEN))
                .hasMessageContaining("builder()");
        assertThatThrownBy(() -> PayPerViewHandler.builder().token(" ")).hasMessageContaining("token");
        assertThatThrownBy(() -> PayPerViewHandler.builder().maxBodyBytes(0)).hasMessageContaining("maxBodyBytes is 0");
        assertThatThrownBy(() -> PayPerViewHandler.builder().rememberedPairs(0))
                .hasMessageContaining("rememberedPairs is 0");
        assertThatThrownBy(() -> PayPerViewHandler.builder().answerWithin(Duration.ZERO))
                .hasMessageContaining("answerWithin");
        assertThatThrownBy(() -> builder(Push.TOKEN).build().handle(none())).hasMessage("body");
    }

    @SuppressWarnings("NullAway") // what it must not be given
    private static byte[] none() {
        return null;
    }
}
