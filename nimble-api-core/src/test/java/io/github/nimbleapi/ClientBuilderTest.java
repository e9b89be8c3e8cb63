package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientBuilderTest {
    private static NimbleClient.Builder builder() {
        return NimbleClient.builder("http://edge-1:8082");
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                bad("connectTimeout", client -> client.connectTimeout(Duration.ofSeconds(-1))),
                bad("connectTimeout", client -> client.connectTimeout(Duration.ZERO)),
                bad("callTimeout", client -> client.callTimeout(Duration.ofNanos(-1))),
                bad("callTimeout", client -> client.callTimeout(Duration.ZERO)),
                bad("maxResponseBytes", client -> client.maxResponseBytes(0)),
                bad("token", client -> client.managementToken("")),
                bad("token", client -> client.managementToken(" \t")),
                bad("token", client -> client.managementToken("secret\n")),
                bad("token", client -> client.managementToken("sec\r\nret")));
    }

    private static Arguments bad(String name, Consumer<NimbleClient.Builder> setter) {
        return Arguments.of(name, setter);
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void aBadValueIsRefusedAtOnceByName(String name, Consumer<NimbleClient.Builder> setter) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setter.accept(builder()))
                .withMessageStartingWith(name)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @SuppressWarnings("NullAway")
    static Stream<Arguments> missingValues() {
        return Stream.of(
                bad("token", client -> client.managementToken(null)),
                bad("connectTimeout", client -> client.connectTimeout(null)),
                bad("callTimeout", client -> client.callTimeout(null)),
                bad("retryPolicy", client -> client.retryPolicy(null)),
                bad("listener", client -> client.listener(null)),
                bad("httpClient", client -> client.httpClient(null)),
                bad("change", client -> client.build().withOptions(null)));
    }

    @ParameterizedTest
    @MethodSource("missingValues")
    void aMissingValueIsRefusedAtOnceByName(String name, Consumer<NimbleClient.Builder> setter) {
        assertThatNullPointerException()
                .isThrownBy(() -> setter.accept(builder()))
                .withMessage(name);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void anHttpClientThatFollowsRedirectsIsRefused(HttpClient.Redirect redirect) {
        HttpClient following = HttpClient.newBuilder().followRedirects(redirect).build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder().httpClient(following))
                .withMessageStartingWith("httpClient follows redirects")
                .withMessageContaining("Redirect.NEVER");
    }

    @Test
    void aConnectTimeoutWithAGivenHttpClientIsRefused() {
        NimbleClient.Builder builder =
                builder().connectTimeout(Duration.ofSeconds(1)).httpClient(HttpClient.newHttpClient());

        assertThatIllegalStateException().isThrownBy(builder::build).withMessageStartingWith("connectTimeout");
    }

    @Test
    void theEnvironmentNamesServerAndToken() {
        NimbleClient.Builder builder = NimbleClient.Builder.from(
                Map.of("NIMBLE_URL", "http://edge-1:8082", "NIMBLE_MANAGEMENT_TOKEN", "secret")::get);

        assertThat(builder).hasToString("NimbleClient.Builder[http://edge-1:8082, signed]");
    }

    @ParameterizedTest
    @MethodSource("environmentsWithoutToken")
    void withoutATokenInTheEnvironmentNothingIsSigned(Map<String, String> environment) {
        assertThat(NimbleClient.Builder.from(environment::get)).hasToString("NimbleClient.Builder[http://edge-1:8082]");
    }

    static Stream<Map<String, String>> environmentsWithoutToken() {
        return Stream.of(
                Map.of("NIMBLE_URL", "http://edge-1:8082"),
                Map.of("NIMBLE_URL", "http://edge-1:8082", "NIMBLE_MANAGEMENT_TOKEN", ""));
    }

    @Test
    void anEnvironmentWithoutUrlIsRefusedByItsName() {
        assertThatIllegalStateException()
                .isThrownBy(() -> NimbleClient.Builder.from(name -> null))
                .withMessageContaining("NIMBLE_URL");
        assertThatIllegalStateException()
                .isThrownBy(() -> NimbleClient.Builder.from(name -> ""))
                .withMessageContaining("NIMBLE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "edge-1:8082", "http://edge_1"})
    void aBadUrlInTheEnvironmentIsRefused(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NimbleClient.Builder.from(Map.of("NIMBLE_URL", url)::get))
                .withMessageStartingWith("url ");
    }
}
