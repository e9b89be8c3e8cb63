package io.github.nimbleapi.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource({
        "Ok, OK",
        "OK, OK",
        "' ok ', OK",
        "success, OK",
        "SUCCESS, OK",
        "'', OK",
        "' ', OK",
        "0, OK",
        "200, OK",
        "500, REFUSED",
        "404, REFUSED",
        "-1, REFUSED",
        "NotFound, NOT_FOUND",
        "Not found, NOT_FOUND",
        "NOT_FOUND, NOT_FOUND",
        "Error, REFUSED",
        "fail, REFUSED",
        "Okay, REFUSED",
        "not ok, REFUSED"
    })
    void aWordIsReadInAnySpelling(String word, Status expected) {
        assertThat(Status.of(word)).isEqualTo(expected);
    }

    @Test
    void noWordIsNoRefusal() {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"status\":\"Ok\"} | OK",
                "{\"status\":\"NotFound\"} | NOT_FOUND",
                "{\"status\":\"Error\"} | REFUSED",
                "{\"error\":\"Unauthorized\"} | REFUSED",
                "{\"status\":\"Ok\",\"error\":\"half\"} | REFUSED",
                "{\"error\":{\"code\":1}} | REFUSED",
                "{\"error\":null} | OK",
                "{\"status\":\"Ok\",\"error\":\"\"} | OK",
                "{\"error\":false} | OK",
                "{\"error\":0} | OK",
                "{\"status\":null} | OK",
                "{} | OK",
                "[] | OK",
                "null | OK"
            })
    void anAnswerIsRefusedByItsStatusOrItsError(String json, Status expected) throws IOException {
        assertThat(Status.of(new ObjectMapper().readTree(json))).isEqualTo(expected);
    }
}
