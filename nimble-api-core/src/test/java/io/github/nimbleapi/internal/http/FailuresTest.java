package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.Samples.LIST;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParseException;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.signing.ManagementSigner;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
    private final Failures failures = new Failures(BaseUrl.of("http://edge-1:8082/nimble"));

    static Stream<Arguments> connectionFailures() {
        return Stream.of(
                failure(new ConnectException(), true, "edge-1:8082", "management_listen_interfaces", "management_port"),
                failure(unresolved(), true, "host name of edge-1:8082 can't be resolved"),
                failure(new HttpConnectTimeoutException("timed out"), true, "edge-1:8082", "connectTimeout"),
                failure(untrusted(), false, "certificate of edge-1:8082 is not trusted", "httpClient"),
                failure(new SSLException("plain text?"), true, "TLS failed (plain text?)", "edge-1:8082", "https"),
                failure(new IOException("as on 11", new SSLException("x")), true, "TLS failed (as on 11)"),
                failure(new EOFException("closed early"), true, "broke", "(closed early)"));
    }

    private static Arguments failure(IOException thrown, boolean retryable, String... words) {
        return Arguments.of(thrown, retryable, List.of(words));
    }

    private static IOException unresolved() {
        ConnectException e = new ConnectException();
        e.initCause(new UnresolvedAddressException());
        return e;
    }

    private static IOException untrusted() {
        SSLException e = new SSLHandshakeException("PKIX path building failed");
        e.initCause(new CertificateException());
        return e;
    }

    @ParameterizedTest
    @MethodSource("connectionFailures")
    void noAnswerSaysWhatToDo(IOException thrown, boolean retryable, List<String> words) {
        RuntimeException told = failures.of(LIST, thrown);

        assertThat(told)
                .isInstanceOf(NimbleConnectionException.class)
                .hasMessageStartingWith("GET /manage/sessions on http://edge-1:8082/nimble: ")
                .hasMessageContainingAll(words.toArray(new String[0]))
                .hasCause(thrown);
        assertThat(((NimbleException) told).isRetryable()).isEqualTo(retryable);
        assertThat(((NimbleException) told).path()).isEqualTo("/manage/sessions");
    }

    @Test
    void ofAnUntrustedCertificateOnlyTheKindIsToldWhereAllIsConfidential() {
        NimbleException told = (NimbleException) failures.of(LIST.confidential(), untrusted());

        assertThat(told)
                .isInstanceOf(NimbleConnectionException.class)
                .hasMessageContaining("certificate of edge-1:8082 is not trusted")
                .cause()
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessage("not shown")
                .hasNoCause();
        assertThat(told.isRetryable()).isFalse();
    }

    @Test
    void aSignedCallThatIsCutOffRemindsOfTheToken() {
        Request signed = LIST.signed(ManagementSigner.of("mypassword").sign());

        assertThat(failures.of(signed, new EOFException())).hasMessageContaining("management token");
        assertThat(failures.of(LIST, new EOFException())).message().doesNotContain("token");
    }

    static Stream<Arguments> otherFailures() {
        return Stream.of(
                Arguments.of(
                        new BodyStream.TooLarge("too large"), NimbleDataException.class, "the answer is too large"),
                Arguments.of(new JsonParseException(null, "bad"), NimbleDataException.class, "JSON it should be: bad"),
                Arguments.of(new ProtocolException("odd"), NimbleDataException.class, "not HTTP: odd"),
                Arguments.of(
                        new IOException("odd", new ProtocolException("odd")),
                        NimbleDataException.class,
                        "not HTTP: odd"),
                Arguments.of(
                        new BodyStream.Stalled(Duration.ofSeconds(1)),
                        NimbleTimeoutException.class,
                        "nothing more came within PT1S"),
                Arguments.of(
                        new InterruptedIOException("interrupted"),
                        NimbleInterruptedException.class,
                        "interrupted, the call is cancelled"),
                Arguments.of(
                        new IOException("WWW-Authenticate header missing for response code 401"),
                        NimbleAuthenticationException.class,
                        "HTTP 401"));
    }

    @ParameterizedTest
    @MethodSource("otherFailures")
    void everyFailureHasItsType(IOException thrown, Class<?> type, String words) {
        assertThat(failures.of(LIST, thrown))
                .isInstanceOf(type)
                .hasMessageStartingWith("GET /manage/sessions")
                .hasMessageContaining(words);
    }

    @Test
    void theTextOfTheParserShowsNoSignature() {
        JsonParseException thrown = new JsonParseException(null, "Unrecognized token 'hash=abc=='");

        assertThat(failures.of(LIST, thrown))
                .hasNoCause()
                .hasMessageContaining("hash=***")
                .message()
                .doesNotContain("abc");
    }

    @Test
    void whatIsNotAboutTheExchangeIsPassedOnAsItIs() {
        NimbleException known = Samples.broken();
        IllegalStateException ofTheUser = new IllegalStateException(new ProtocolException("of another server"));

        assertThat(failures.of(LIST, known)).isSameAs(known);
        assertThat(failures.of(LIST, ofTheUser)).isSameAs(ofTheUser);
        assertThat(failures.of(LIST, new Exception("checked")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("GET /manage/sessions")
                .cause()
                .hasMessage("checked");
    }
}
