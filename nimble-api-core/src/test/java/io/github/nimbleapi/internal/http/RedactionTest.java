package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.raw.RawReply;
import io.github.nimbleapi.signing.ManagementSigner;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
    private static final String HASH = "wVt5toMuAe2o7Fv7kpUsCA";
    private static final Request SIGNED =
            Samples.LIST.signed(ManagementSigner.of("mypassword").sign(123_456));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wVt5toMuAe2o7Fv7kpUsCA==",
                "wVt5toMuAe2o7Fv7kpUsCA%3D%3D",
                "wrong signature wVt5toMuAe2o7Fv7kpUsCA for 10.0.0.1",
                "GET /manage/sessions?salt=123456&hash=wVt5toMuAe2o7Fv7kpUsCA== failed",
                "<a href='?salt=123456&amp;hash=wVt5toMuAe2o7Fv7kpUsCA=='>",
                "/login?next=%2Fmanage%2Fsessions%3Fsalt%3D123456%26hash%3DwVt5toMuAe2o7Fv7kpUsCA%3D%3D",
                "/login?next=%3fsalt%3d123456%26hash%3dwVt5toMuAe2o7Fv7kpUsCA%3d%3d",
                "SALT=123456&HASH=wVt5toMuAe2o7Fv7kpUsCA",
                "<td>salt</td><td>123456</td>",
                "[\"salt\",\"123456\"]"
            })
    void theSignatureOfTheRequestIsMasked(String text) {
        assertThat(Redaction.mask(SIGNED, text)).doesNotContain(HASH, "123456").contains("***");
    }

    @ParameterizedTest
    @CsvSource({
        "?salt=9&hash=abc==&app=live, ?salt=***&hash=***&app=live",
        "hash=pNZ%2B1fK%2FoThn, hash=***",
        "hash: unknown, hash: ***",
        "rehearsal, rehearsal",
        "ashes, ashes"
    })
    void soIsWhatLooksLikeAnotherSignature(String text, String expected) {
        assertThat(Redaction.mask(Samples.LIST, text)).isEqualTo(expected);
    }

    private static RawReply excerpt(String header, String bodyText) {
        return excerpt(SIGNED, header, bodyText);
    }

    private static RawReply excerpt(Request request, String header, String bodyText) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Location", List.of(header), "retry-after", List.of("7")), (name, value) -> true);
        Exchange<String> exchange =
                Samples.exchange(request, CallOptions.builder().build(), new FakeTimer());
        BodyStream body = new BodyStream(Long.MAX_VALUE);
        body.onSubscribe(new HandDrivenBody());
        body.onNext(HandDrivenBody.bytes(bodyText));
        body.onComplete();
        Reply reply = new Reply(exchange, new Failures(Samples.SERVER), 302, headers, body);
        return reply.excerpt(reply.beginning());
    }

    @Test
    void anExcerptMasksHeadersAndBody() {
        RawReply excerpt = excerpt("http://other/manage/sessions?" + SIGNED.wireQuery(), "moved, " + HASH);

        assertThat(excerpt.header("Location")).contains("http://other/manage/sessions?salt=***&hash=***");
        assertThat(excerpt.bodyText()).isEqualTo("moved, ***");
    }

    @Test
    void anExcerptOfAConfidentialAnswerHasNoneOfIt() {
        RawReply excerpt = excerpt(Endpoint.REPUBLISH_RULES.request(), "/s3cret", "{\"dest_password\":\"s3cret\"}");

        assertThat(excerpt.headers()).containsOnlyKeys("retry-after");
        assertThat(excerpt.bodyText()).startsWith("(not shown");
    }

    @ParameterizedTest
    @ValueSource(ints = {8_160, 8_169, 8_170, 8_171, 8_180, 8_191, 8_192})
    void aHashAtTheEndOfTheExcerptDoesNotShowInPart(int before) {
        RawReply excerpt = excerpt("/", "x".repeat(before) + HASH + "== and more".repeat(100));

        assertThat(excerpt.bodyText()).doesNotContain("w").hasSize(8_192);
    }

    @Test
    void norDoesOneThatIsCutOffAfterOthersWereMasked() {
        String masked = (HASH + "== ").repeat(10);
        RawReply excerpt = excerpt("/", masked + "x".repeat(8_256 - 10 - masked.length()) + HASH);

        assertThat(excerpt.bodyText()).startsWith("***").endsWith("x").doesNotContain(HASH.substring(0, 3));
    }
}
