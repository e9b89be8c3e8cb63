package io.github.nimbleapi.control.handler;

import static io.github.nimbleapi.control.handler.Push.bytes;
import static io.github.nimbleapi.control.handler.Push.signedXml;
import static io.github.nimbleapi.control.handler.Push.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PayPerViewXmlTest {
    private static final String INFO = "<PayPerViewInfo><VHost><name>your-edgeserver.yourdomain.com</name>"
            + "<Application><Instance><name>_definst_</name><Stream><name>livestream</name><Player><id>500</id>"
            + "<ip>127.0.0.1</ip><sessionid>1001\n </sessionid><delta>7000</delta><bytes_sent>13981102</bytes_sent>"
            + "<user_agents>Mozilla/5.0 ...</user_agents></Player></Stream></Instance><name><![CDATA[live]]></name>"
            + "</Application></VHost></PayPerViewInfo>";

    private final List<PayPerViewReport> reports = new ArrayList<>();
    private Collection<String> denied = List.of();
    private final PayPerViewHandler handler = PayPerViewHandler.builder()
            .token(Push.TOKEN)
            .listener(new Told())
            .onReport(report -> {
                reports.add(report);
                return denied;
            })
            .build();

    @Test
    void saysTheSameAsJson() {
        handler.handle(Push.signed("i", "p1", Push.INFO));
        HandlerReply reply = handler.handle(signedXml("i", "p2", INFO + "<Publish/><Unpublish><x/></Unpublish>"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.contentType()).isEqualTo("application/xml");
        assertThat(text(reply))
                .endsWith("<ApiSyncResponse><Solution>" + Push.solution("p2")
                        + "</Solution><DenyList></DenyList></ApiSyncResponse>");
        assertThat(reports).hasSize(2);
        assertThat(reports.get(1)).isEqualTo(reports.get(0));
    }

    @Test
    void mayHaveANamespaceCommentsAndSeveralOfEach() {
        String xml = new String(
                signedXml("i", "p", INFO.replace("<Player>", "<Player><id>x</id></Player><Player>")),
                java.nio.charset.StandardCharsets.UTF_8);

        handler.handle(bytes(
                "\ufeff\r\n" + xml.replace("<ApiSyncRequest>", "<!-- --><ApiSyncRequest xmlns='urn:x' a='b'><?pi?>")));

        assertThat(reports.get(0).viewers())
                .extracting(ReportedViewer::viewerId)
                .containsExactly("x", "500");
    }

    @Test
    void denialsAreEscapedAndThoseThatXmlCantHoldLeftOut() {
        denied = List.of("a<&>b\r", "nul\0", "half\ud800", "\ud83d\ude00");

        assertThat(text(handler.handle(signedXml("i", "p", ""))))
                .contains("<DenyList><ID>a&#60;&#38;&#62;b&#13;</ID><ID>\ud83d\ude00</ID></DenyList>");
    }

    @Test
    void whatIsForgedIs403() {
        assertThat(handler.handle(
                                bytes(
                                        "<ApiSyncRequest><ID>i</ID><Puzzle>p</Puzzle><Signature>x</Signature></ApiSyncRequest>"))
                        .status())
                .isEqualTo(403);
        assertThat(handler.handle(bytes("<ApiSyncRequest/>")).status()).isEqualTo(403);
        assertThat(reports).isEmpty();
    }

    @Test
    @Timeout(20)
    void whatCantBeReadIs400() {
        String body = new String(signedXml("i", "p", INFO), java.nio.charset.StandardCharsets.UTF_8);
        String undeclared = body.substring(body.indexOf('\n'));
        String lol = "<!ENTITY l0 'lol'>"
                + IntStream.range(1, 10)
                        .mapToObj(i -> "<!ENTITY l" + i + " '" + ("&l" + (i - 1) + ";").repeat(10) + "'>")
                        .collect(Collectors.joining());
        for (String xml : List.of(
                "<",
                "<ApiSyncRequest>",
                "<Other/>",
                body + "x",
                body + "<x/>",
                body.replace("</ID>", "</id>"),
                "<!DOCTYPE ApiSyncRequest>" + undeclared,
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + undeclared.replace("500", "&e;"),
                "<!DOCTYPE x [" + lol + "]>" + undeclared.replace("500", "&l9;"),
                "<!DOCTYPE x SYSTEM 'http://127.0.0.1:1/x.dtd'>" + undeclared,
                body.replace("500", "&e;"),
                body.replace("<PayPerViewInfo>", "<a>".repeat(64) + "</a>".repeat(64) + "<PayPerViewInfo>"),
                body.replace(
                        "<PayPerViewInfo>",
                        IntStream.range(0, 1_000).mapToObj(i -> "<a" + i + "/>").collect(Collectors.joining())
                                + "<PayPerViewInfo>"))) {
            assertThat(handler.handle(bytes(xml)).status()).as(xml).isEqualTo(400);
        }
        assertThat(reports).isEmpty();
    }

    @Test
    void nothingIsFetched() throws IOException {
        String body = new String(signedXml("i", "p", INFO), java.nio.charset.StandardCharsets.UTF_8);
        String undeclared = body.substring(body.indexOf('\n'));
        AtomicInteger calls = new AtomicInteger();
        try (ServerSocket stranger = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> hangUp(stranger, calls));
            String there = "'http://127.0.0.1:" + stranger.getLocalPort() + "/x'";
            for (String declared : List.of(
                    "<!DOCTYPE ApiSyncRequest SYSTEM " + there + ">" + undeclared,
                    "<!DOCTYPE x [<!ENTITY e SYSTEM " + there + ">]>" + undeclared.replace("500", "&e;"),
                    "<!DOCTYPE x [<!ENTITY % e SYSTEM " + there + ">%e;]>" + undeclared)) {
                assertThat(handler.handle(bytes(declared)).status()).isEqualTo(400);
                assertThat(calls).as(declared).hasValue(0);
            }
        }
    }

    private static void hangUp(ServerSocket stranger, AtomicInteger calls) {
        try {
            while (true) {
                Socket call = stranger.accept();
                calls.incrementAndGet();
                call.close();
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    @Test
    void wrongShapesAreSkipped() {
        handler.handle(signedXml(
                "i",
                "p",
                "<PayPerViewInfo>text<VHost/><VHost><name>a<b>c</b>d</name><Application>"
                        + "<Instance><Stream><Player/><Player><id><x>1</x></id><user_agents><a>u</a><a>v</a></user_agents></Player>"
                        + "</Stream></Instance></Application></VHost></PayPerViewInfo>"));

        assertThat(reports.get(0).viewers()).extracting(ReportedViewer::server).containsExactly("ad", "ad");
        assertThat(reports.get(0).viewers().get(1).userAgents()).containsExactly("u", "v");
    }
}
