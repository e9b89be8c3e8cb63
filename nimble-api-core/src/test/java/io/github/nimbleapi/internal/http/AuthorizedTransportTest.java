package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static io.github.nimbleapi.internal.http.Samples.broken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.signing.ManagementSigner;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorizedTransportTest {
    private static final ManagementSigner SIGNER = ManagementSigner.of("mypassword");

    private final FakeTimer timer = new FakeTimer();
    private final StubTransport stub = new StubTransport();
    private final AuthorizedTransport authorized = new AuthorizedTransport(stub, SIGNER);

    @ParameterizedTest
    @CsvSource({
        "/manage/sessions, ''",
        "/manage/dvr_status?timeline=true, timeline=true&",
        "/manage/a?b=%2F&c, b=%2F&c&"
    })
    void theSignatureFollowsTheQuery(String pathAndQuery, String before) {
        Request request = Request.of("GET", pathAndQuery);
        authorized.send(Samples.exchange(request, CallOptions.builder().build(), timer));

        Request signed = stub.last().request;
        int salt = Objects.requireNonNull(signed.signature).salt();
        assertThat(signed.wireQuery()).isEqualTo(before + SIGNER.sign(salt).query());
        assertThat(request.wireQuery()).as("the unsigned request").doesNotContain("salt");
    }

    @Test
    void theRestStaysAsItIs() {
        Request request =
                Request.of("POST", "/manage/sessions/delete").repeatable().json("[4,5]");
        Exchange<String> exchange =
                Samples.exchange(request, CallOptions.builder().build(), timer).next();
        authorized.send(exchange);

        assertThat(stub.last().attempt).isEqualTo(2);
        assertThat(stub.last().context).isSameAs(exchange.context);
        assertThat(stub.last().request.json).asString().isEqualTo("[4,5]");
        assertThat(stub.last().request.repeatable).isTrue();
        assertThat(stub.last().request).hasToString("POST /manage/sessions/delete");
    }

    @Test
    void everyAttemptHasASaltOfItsOwn() {
        int retries = 20;
        CallOptions options = CallOptions.builder()
                .retryPolicy(RetryPolicy.exponential(retries, Duration.ZERO))
                .build();
        new RetryingTransport(authorized, timer, Clock.systemUTC(), () -> 1)
                .send(Samples.exchange(LIST, options, timer));
        IntStream.range(0, retries).forEach(i -> {
            stub.fail(broken());
            timer.advance(Duration.ZERO);
        });

        assertThat(stub.exchanges).hasSize(retries + 1);
        assertThat(stub.exchanges.stream()
                        .map(exchange -> exchange.request.wireQuery())
                        .distinct())
                .as("different ones; two may be the same by chance")
                .hasSizeGreaterThan(retries - 1);
    }
}
