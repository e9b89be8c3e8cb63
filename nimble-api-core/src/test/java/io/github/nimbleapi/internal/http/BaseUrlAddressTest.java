package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseUrlAddressTest {
    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8082, true, true",
        "HTTP://[::1]:8082, true, true",
        "http://edge-1, true, false",
        "http://1.example.com, true, false",
        "https://192.0.2.1, false, true",
        "https://edge-1, false, false"
    })
    void itIsKnownWhetherANameServerHasToBeAsked(String url, boolean plain, boolean address) {
        assertThat(BaseUrl.of(url).isPlain()).isEqualTo(plain);
        assertThat(BaseUrl.of(url).isAddress()).isEqualTo(address);
    }
}
