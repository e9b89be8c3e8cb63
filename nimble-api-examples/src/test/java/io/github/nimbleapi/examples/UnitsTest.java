package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "2500000000, 2.5 GB",
        "9223372036854775807, 9.2 EB",
        "-5, -5 B"
    })
    void bytesAreReadable(long bytes, String text) {
        assertThat(Units.bytes(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 kbit/s", "999499, 999 kbit/s", "1000000, 1.0 Mbit/s", "8125210, 8.1 Mbit/s"})
    void bitRatesAreReadable(long bitsPerSecond, String text) {
        assertThat(Units.bitRate(bitsPerSecond)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "-PT5S, just now",
        "PT0.9S, just now",
        "PT1S, 1 s ago",
        "PT59S, 59 s ago",
        "PT60S, 1 min ago",
        "PT59M59S, 59 min ago",
        "PT95M, 1 h 35 min ago",
        "PT47H59M, 47 h 59 min ago",
        "PT48H, 2 days ago"
    })
    void agesAreReadable(Duration age, String text) {
        assertThat(Units.ago(age)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0 sessions", "1, 1 session", "2, 2 sessions"})
    void countsHaveTheirPlural(long count, String text) {
        assertThat(Units.count(count, "session")).isEqualTo(text);
    }
}
