package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class HandlerCallTest {
    private static final URI URL = URI.create("https://billing.example:8443/ppv?key=s3cret");

    @Test
    void tellsWhatBecameOfIt() {
        HandlerCall call = HandlerCall.answered(URL, "{\"Signature\":\"s3cret-1\"}", 200, "{\"Solution\":\"s3cret-2\"}")
                .withProblem("too bad");
        assertThat(call.url()).isEqualTo(URL);
        assertThat(call.bodyText()).isEqualTo("{\"Signature\":\"s3cret-1\"}");
        assertThat(call.status()).hasValue(200);
        assertThat(call.answerText()).isEqualTo("{\"Solution\":\"s3cret-2\"}");
        assertThat(call.problem()).contains("too bad");
        assertThat(call).hasToString("HandlerCall[https://billing.example:8443/ppv: 200, too bad]");
    }

    @Test
    void aCallWithoutAnAnswerHasNoStatus() {
        HandlerCall call = HandlerCall.unanswered(URI.create("http://h"), "{}", "refused");
        assertThat(call.status()).isEmpty();
        assertThat(call.answerText()).isEmpty();
        assertThat(call).hasToString("HandlerCall[http://h: no answer, refused]");
        assertThat(HandlerCall.answered(URL, "", 204, "").problem()).isEmpty();
    }
}
