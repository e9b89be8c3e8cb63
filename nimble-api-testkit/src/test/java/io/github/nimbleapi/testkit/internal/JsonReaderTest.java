package io.github.nimbleapi.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReaderTest {
    static Stream<Arguments> json() {
        return Stream.of(
                arguments("{}", Map.of()),
                arguments("[]", List.of()),
                arguments(" \t\r\n[ ] \n", List.of()),
                arguments("null", null),
                arguments("true", true),
                arguments(" false ", false),
                arguments("\"\"", ""),
                arguments("0", new BigDecimal("0")),
                arguments("-0", new BigDecimal("0")),
                arguments("18446744073709551615", new BigDecimal("18446744073709551615")),
                arguments("-12.50e+3", new BigDecimal("-12.50e+3")),
                arguments("1E-2", new BigDecimal("0.01")),
                arguments("[1,\"a\",null]", Arrays.asList(new BigDecimal("1"), "a", null)),
                arguments("{\"a\":[{\"b\":true}],\"\":false}", Map.of("a", List.of(Map.of("b", true)), "", false)),
                arguments("{ \"a\" : 1 , \"a\" : \"last\" }", Map.of("a", "last")),
                arguments("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t"),
                arguments("\"\\u00fC\\uD83D\\ude00\"", "\u00fc\ud83d\ude00"),
                arguments("\"\u00fc\ud83d\ude00\u2028\"", "\u00fc\ud83d\ude00\u2028"));
    }

    @ParameterizedTest
    @MethodSource("json")
    void jsonIsRead(String text, Object value) {
        assertThat(JsonReader.read(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\ufeff[]",
                "[] []",
                "[]x",
                "nul",
                "nullx",
                "True",
                "NaN",
                "Infinity",
                "[",
                "]",
                "[1",
                "[1,",
                "[1,]",
                "[,1]",
                "[1 2]",
                "[1;2]",
                "(1)",
                "{",
                "}",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":}",
                "{\"a\":1",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\" 1}",
                "{a:1}",
                "{'a':1}",
                "{1:1}",
                "{\"a\":1]",
                "[1}",
                "\"",
                "\"a",
                "'a'",
                "\"\t\"",
                "\"\n\"",
                "\"\\",
                "\"\\x\"",
                "\"\\'\"",
                "\"\\u12\"",
                "\"\\u12g4\"",
                "\"\\u+123\"",
                "\"\\u-123\"",
                "\"\\u\u0661234\"",
                "+1",
                "-",
                "--1",
                "01",
                "-01",
                "1.",
                ".5",
                "1.e2",
                "1e",
                "1e+",
                "1e1.5",
                "0x10",
                "1_000",
                "1,000",
                "\u0661",
                "[\u00a01]",
                "[1]/**/",
                "// x\n[]"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonReader.read(text))
                .withMessageStartingWith("no JSON at character ");
    }

    @Test
    void whatCanNotBeHeldIsRefused() {
        String deepest = "[".repeat(100) + "]".repeat(100);
        assertThat(JsonReader.read(deepest)).isInstanceOf(List.class);
        for (String text : List.of("[" + deepest + "]", "[".repeat(100_000), "{\"a\":".repeat(100_000), "1e99999")) {
            assertThatIllegalArgumentException().isThrownBy(() -> JsonReader.read(text));
        }
    }

    @Test
    void manyElementsSideBySideAreNotDeep() {
        assertThat((List<?>) JsonReader.read("[" + "[],".repeat(1_000) + "{}]")).hasSize(1_001);
    }
}
