package io.github.nimbleapi.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "32892201120, 32892201120",
        "' 42 ', 42",
        "-7, -7",
        "+7, 7",
        "12.9, 12",
        "1e3, 1000",
        "9223372036854775807, 9223372036854775807",
        "18446744073709551615, 9223372036854775807",
        "-1e300, -9223372036854775808",
        "'', 0",
        "' ', 0",
        "many, 0",
        "NaN, 0",
        "1 000, 0"
    })
    void aWholeNumberIsReadFromAnyText(String text, long expected) {
        assertThat(Numbers.whole(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.0075, 0.0075", "' 0.5 ', 0.5", "3, 3", "'0,5', 0", "'', 0", "NaN, 0", "high, 0"})
    void aDecimalIsReadFromAnyText(String text, double expected) {
        assertThat(Numbers.decimal(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1654499440, 2022-06-06T07:10:40Z",
        "1654499440123, 2022-06-06T07:10:40.123Z",
        "100000000000, 5138-11-16T09:46:40Z",
        "100000000001, 1973-03-03T09:46:40.001Z",
        "0, 1970-01-01T00:00:00Z",
        "-5, 1970-01-01T00:00:00Z"
    })
    void aMomentIsInSecondsOrElseInMilliseconds(long number, Instant expected) {
        assertThat(Numbers.moment(number)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "3600, PT1H",
        "12.345, PT12.345S",
        "0.0000001, PT0S",
        "0.9999999, PT1S",
        "-1, PT0S",
        "1e300, PT27777777H46M40S",
        "Infinity, PT27777777H46M40S",
        "-Infinity, PT0S"
    })
    void aLengthIsInSeconds(double number, Duration expected) {
        assertThat(Numbers.seconds(number)).isEqualTo(expected);
    }
}
