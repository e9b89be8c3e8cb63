package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientUrlTest {
    @ParameterizedTest
    @CsvSource({
        "'', neither http:// nor https://",
        "' ', no URL",
        "http://edge 1:8082, no URL",
        "http://, no URL",
        "http://[::1:8082, no URL",
        "'http://edge-1:8082\n', no URL",
        "http://edge-1:8082/%zz, no URL",
        "edge-1, neither http:// nor https://",
        "edge-1:8082, neither http:// nor https://",
        "ftp://edge-1:8082, neither http:// nor https://",
        "//edge-1:8082, neither http:// nor https://",
        "http:edge-1, no valid host and port",
        "http:///manage, no valid host and port",
        "http://:8082, no valid host and port",
        "http://edge-1:port, no valid host and port",
        "http://edge-1:0, no valid host and port",
        "http://edge-1:70000, no valid host and port",
        "http://edge_1:8082, use another name or the IP address",
        "http://user:hidden@edge-1:8082, user or password",
        "http://user:hidden@edge_1:8082, user or password",
        "ftp://user:hidden@edge-1, user or password",
        "http://edge-1:8082?hash=hidden, query or fragment",
        "http://edge-1:8082/#hidden, query or fragment",
        "edge-1:8082/manage?hash=hidden, query or fragment"
    })
    void aUrlThatCanNotBeOneIsRefusedWithItsRemedy(String url, String what) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NimbleClient.create(url))
                .withMessageStartingWith("url ")
                .withMessageContaining(what)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("hidden"))
                .withNoCause();
        assertThatIllegalArgumentException().isThrownBy(() -> NimbleClient.builder(url));
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingUrlIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> NimbleClient.create(null))
                .withMessage("url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://edge-1:8082",
                "http://edge-1",
                "HTTP://127.0.0.1:65535",
                "https://edge-1:8443",
                "http://proxy/nimble/edge-1",
                "http://[2001:db8::7]:8082",
                "http://[::1]"
            })
    void anAddressOfAServerIsAccepted(String url) {
        try (NimbleClient client = NimbleClient.create(url)) {
            assertThat(client).hasToString("NimbleClient[" + url + "]");
        }
    }

    @Test
    void slashesAtTheEndDoNotCount() {
        try (NimbleClient client = NimbleClient.create("http://proxy/nimble//")) {
            assertThat(client).hasToString("NimbleClient[http://proxy/nimble]");
        }
    }
}
