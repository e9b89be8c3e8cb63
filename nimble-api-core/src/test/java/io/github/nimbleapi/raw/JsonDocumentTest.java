package io.github.nimbleapi.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {
    private static final JsonDocument DOCUMENT = JsonDocument.parse(
            "{\"list\":[{\"name\":\"one\",\"port\":\"35002\"},null,[7]],\"none\":null,\"empty\":{},\"on\":true}");

    @Test
    void aChainLeadsToAValue() {
        assertThat(DOCUMENT.get("list").get(0).get("name").text()).isEqualTo("one");
        assertThat(DOCUMENT.get("list").get(0).get("port").whole()).isEqualTo(35002);
        assertThat(DOCUMENT.get("list").get(2).get(0).decimal()).isEqualTo(7);
        assertThat(DOCUMENT.get("on").flag()).isTrue();
    }

    @Test
    void aChainLeadsNowhereWithoutThrowing() {
        for (JsonDocument missing : List.of(
                DOCUMENT.get("list").get(9).get("name").get(3).get("x"),
                DOCUMENT.get("list").get(-1),
                DOCUMENT.get("list").get("name"),
                DOCUMENT.get(0),
                DOCUMENT.get("none").get("x"),
                DOCUMENT.get("on").get("x").get(Integer.MAX_VALUE))) {
            assertThat(missing.isMissing()).isTrue();
            assertThat(missing.isObject() || missing.isArray() || missing.flag())
                    .isFalse();
            assertThat(missing.members()).isEmpty();
            assertThat(missing.elements()).isEmpty();
            assertThat(missing.text()).isEmpty();
            assertThat(missing.whole()).isZero();
            assertThat(missing.decimal()).isZero();
            assertThat(missing.json()).isEqualTo("null");
        }
    }

    @Test
    void nullIsMissingButNamed() {
        assertThat(DOCUMENT.get("none")).isEqualTo(DOCUMENT.get("other")).isEqualTo(JsonDocument.parse("null"));
        assertThat(DOCUMENT.get("none").isMissing()).isTrue();
        assertThat(DOCUMENT.members()).containsOnlyKeys("list", "none", "empty", "on");
        assertThat(DOCUMENT.get("list").elements())
                .extracting(JsonDocument::isMissing)
                .containsExactly(false, true, false);
        assertThat(DOCUMENT.json()).contains("\"none\":null");
    }

    @Test
    void anEmptyContainerIsNotMissing() {
        assertThat(DOCUMENT.get("empty").isMissing()).isFalse();
        assertThat(DOCUMENT.get("empty").isObject()).isTrue();
        assertThat(DOCUMENT.get("empty").isArray()).isFalse();
        assertThat(JsonDocument.parse("[]").isArray()).isTrue();
        assertThat(JsonDocument.parse("[]").isObject()).isFalse();
        assertThat(JsonDocument.parse("[]")).isNotEqualTo(JsonDocument.parse("{}"));
    }

    @Test
    void membersKeepTheirOrderAndCanNotBeChanged() {
        assertThat(JsonDocument.parse("{\"z\":1,\"a\":2,\"m\":3}").members().keySet())
                .containsExactly("z", "a", "m");
        assertThatThrownBy(() -> DOCUMENT.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> DOCUMENT.get("list").elements().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(DOCUMENT.elements()).isEmpty();
        assertThat(DOCUMENT.get("list").members()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7 | 7 | 7",
                "\" 7 \" | 7 | 7",
                "\"0.0075\" | 0 | 0.0075",
                "-7.9 | -7 | -7.9",
                "8996650240 | 8996650240 | 8996650240",
                "18446744073709551615 | 9223372036854775807 | 18446744073709551615",
                "1e3 | 1000 | 1000",
                "-1.5e999 | -9223372036854775808 | -Infinity",
                "1e999999999 | 9223372036854775807 | Infinity",
                "\"x\" | 0 | 0",
                "true | 0 | 0",
                "{\"a\":7} | 0 | 0",
                "[7] | 0 | 0"
            })
    void aNumberIsReadAlsoFromText(String json, long whole, double decimal) {
        assertThat(JsonDocument.parse(json).whole()).isEqualTo(whole);
        assertThat(JsonDocument.parse(json).decimal()).isEqualTo(decimal);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "true | true",
                "\" TRUE \" | true",
                "1 | true",
                "\"1\" | true",
                "0.5 | true",
                "false | false",
                "0 | false",
                "\"yes\" | false",
                "[true] | false"
            })
    void aFlagIsReadAlsoFromTextOrNumber(String json, boolean expected) {
        assertThat(JsonDocument.parse(json).flag()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "18446744073709551616.123456789, 18446744073709551616.123456789",
        "1.50, 1.50",
        "-0.0, 0.0",
        "1e400, 1E+400",
        "true, true",
        "123456789012345678901234567890, 123456789012345678901234567890"
    })
    void aScalarHasItsTextWithEveryDigit(String json, String text) {
        assertThat(JsonDocument.parse(json).text()).isEqualTo(text);
        assertThat(JsonDocument.parse("[" + json + "]").json()).isEqualTo("[" + text + "]");
    }

    @Test
    void aContainerHasNoText() {
        assertThat(DOCUMENT.text()).isEmpty();
        assertThat(DOCUMENT.get("list").text()).isEmpty();
    }

    @Test
    void itsJsonMakesAnEqualDocument() {
        String json = "{\"a\":[1,2.50,\"x\\\"\\u0000\\ud83d\\ude00\",true,null,{}],\"b\":\"\"}";
        JsonDocument document = JsonDocument.parse(json);
        assertThat(JsonDocument.parse(document.json())).isEqualTo(document).hasSameHashCodeAs(document);
        assertThat(JsonDocument.parse("{\"b\":\"\"," + json.substring(1, json.lastIndexOf(",\"b\"")) + "}"))
                .isEqualTo(document)
                .hasSameHashCodeAs(document);
        assertThat(document.get("a").get(2).text()).isEqualTo("x\"\u0000\ud83d\ude00");
    }

    @Test
    void whatSaysSomethingElseIsNotEqual() {
        List<String> different = List.of("1", "1.0", "\"1\"", "true", "null", "[1]", "{\"a\":1}", "[]", "{}", "\"\"");
        for (String one : different) {
            for (String other : different) {
                assertThat(JsonDocument.parse(one).equals(JsonDocument.parse(other)))
                        .as("%s %s", one, other)
                        .isEqualTo(one.equals(other));
            }
            assertThat(JsonDocument.parse(one)).isNotEqualTo(one).isNotEqualTo(null);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t", "null", "\ufeff", "\ufeffnull"})
    void nothingIsAMissingDocument(String json) {
        assertThat(JsonDocument.parse(json).isMissing()).isTrue();
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(
            strings = {
                "s3cret",
                "{\"password\":\"s3cret",
                "{\"password\":s3cret}",
                "{s3cret:1}",
                "[\"s3cret\"]]",
                "\"s3cret\" \"s3cret\"",
                "{\"s3cret\"}",
                "<html>s3cret</html>",
                "[1,]s3cret",
                "01"
            })
    void badJsonIsRefusedWithoutQuotingIt(String json) {
        assertThatThrownBy(() -> JsonDocument.parse(json))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasNoCause()
                .hasMessageStartingWith("json is not JSON, as seen at character ")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nullIsNoArgument() {
        assertThatThrownBy(() -> DOCUMENT.get(null))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("member");
        assertThatThrownBy(() -> JsonDocument.parse(null))
                .isExactlyInstanceOf(NullPointerException.class)
                .hasMessage("json");
    }

    @Test
    void nestingHasALimit() {
        JsonDocument deep = JsonDocument.parse("[".repeat(1000) + "]".repeat(1000));
        assertThat(JsonDocument.parse(deep.json())).isEqualTo(deep).hasSameHashCodeAs(deep);
        for (int depth : new int[] {1001, 200_000}) {
            assertThatThrownBy(() -> JsonDocument.parse("{\"a\":".repeat(depth)))
                    .isExactlyInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest(name = "{index}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"s3cret\":\"s3cret\",\"b\":1} | object of 2",
                "[\"s3cret\"] | array of 1",
                "\"s3cret\" | string",
                "7.5 | number",
                "true | boolean",
                "null | missing"
            })
    void toStringShowsKindAndSizeOnly(String json, String shown) {
        assertThat(JsonDocument.parse(json)).hasToString("JsonDocument[" + shown + "]");
    }

    @Test
    void noTypeOfTheParserIsPublic() {
        Stream.of(JsonDocument.class.getConstructors(), JsonDocument.class.getMethods())
                .flatMap(Stream::of)
                .map(AccessibleObject.class::cast)
                .map(Executable.class::cast)
                .filter(member -> Modifier.isPublic(member.getModifiers()))
                .forEach(member -> assertThat(member.toGenericString()).doesNotContain("fasterxml"));
        assertThat(JsonDocument.class.getFields()).isEmpty();
        assertThat(JsonDocument.class.getConstructors()).isEmpty();
    }
}
