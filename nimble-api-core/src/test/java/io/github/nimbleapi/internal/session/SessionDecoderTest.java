package io.github.nimbleapi.internal.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fast decoder makes of a list is what Jackson makes of it. */
class SessionDecoderTest {
    private static final String PLAIN = "{\"id\":4,\"app\":\"live\",\"stream\":\"one\",\"type\":\"HLS\","
            + "\"created\":1700000000,\"last_access\":1700000009,\"client_ip\":\"203.0.113.7\","
            + "\"user_agent\":\"Mozilla\\/5.0 (Linux)\",\"bytes_recv\":0,\"bytes_sent\":123456789012,\"ppv_id\":\"ann\"}";
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\"",
            "\\",
            "\\/",
            "\\\"",
            "\\u00e9",
            "\\u12",
            "\\q",
            "null",
            "true",
            "-1",
            "007",
            "0",
            "1.5",
            "1e3",
            "999999999999999999",
            "9999999999999999999",
            "99999999999999999999",
            "\u00e9",
            "\u20ac",
            "\ud83d\ude00",
            "\u0000",
            "\u0001",
            "\n",
            "\t",
            " ",
            "\ufeff",
            "\"id\"",
            "\"id\":",
            "\"app\":",
            "\"x\":",
            "\"x\":{\"y\":[1,\"}\"]},",
            "\"id\":\"7\",",
            "\"ppv_id\":null,",
            "\"type\":\"\",",
            "\"extra\":\"\\n\",",
            "{}",
            "[]",
            "{\"id\":5}",
            ",{\"id\":6}",
            "x".repeat(70),
            "sessions");

    private static void agree(String list) {
        agree(list, 1, 2, 7, 64, 100_000);
    }

    private static void agree(String list, int... pieces) {
        assertThatCode(() -> {
                    for (int piece : pieces) {
                        BothDecoders.agree(list.getBytes(UTF_8), piece);
                    }
                })
                .as(list)
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[ ]",
                " []",
                "[] ",
                "",
                " ",
                "null",
                "{}",
                "[",
                "]",
                "[,]",
                "[]]",
                "[] []",
                "[]x",
                "[]\u0000",
                "[%s]",
                "[%s,%s]",
                "[ %s , %s ]\n",
                "[%s %s]",
                "[%s,]",
                "[,%s]",
                "[%s,,%s]",
                "[%s]]",
                "[%s] x",
                "[%s",
                "[%s,",
                "[%s,%",
                "[%s}",
                "[%s,{}]",
                "[{},%s]",
                "[7,%s]",
                "[%s,7,%s]",
                "[%s,null,%s]",
                "[%s,[%s],%s]",
                "[%s,\"a\",%s]",
                "[%s,{\"id\":},%s]",
                "[%s,{\"id\":]},%s]",
                "[%s,{\"id\"},%s]",
                "[%s,{\"id\":8,},%s]",
                "[%s,{\"id\":8}x,%s]",
                "[%s,{,\"id\":8},%s]",
                "[%s,{\"app\":\"a\"},%s]",
                "[%s,{\"id\":8 \"app\":\"a\"},%s]",
                "{\"sessions\":[%s,%s]}",
                "{\"sessions\":[%s]",
                "{\"status\":\"fail\",\"sessions\":[%s]}",
                "[%s,tru]",
                "\ufeff[%s]"
            })
    void aListIsTheSameForBoth(String shape) {
        agree(shape.replace("%s", PLAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"app\":\"live\",\"id\":4}",
                "{ \"id\" : 4 , \"app\" : \"live\" }",
                "{\"id\":4,\"id\":5}",
                "{\"id\":\"4\",\"created\":\"1700000000\"}",
                "{\"id\":18446744073709551615}",
                "{\"id\":-1}",
                "{\"id\":04}",
                "{\"id\":4.0}",
                "{\"id\":4e0}",
                "{\"id\":null}",
                "{\"id\":}",
                "{\"id\":4,\"bytes_sent\":1.5,\"bytes_recv\":-3}",
                "{\"id\":4,\"created\":1700000000000,\"last_access\":0}",
                "{\"id\":4,\"user_agent\":\"\\u0041\\ud83d\\ude00\\ud83d \\b\\q\\\"\"}",
                "{\"id\":4,\"user_agent\":\"\\u00zz\"}",
                "{\"id\":4,\"user_agent\":\"tab\there\"}",
                "{\"id\":4,\"client_ip\":\"a\\/b\",\"ppv_id\":\"\\\"\"}",
                "{\"id\":4,\"client_ip\":7,\"app\":true,\"stream\":[1],\"type\":{}}",
                "{\"id\":4,\"new\":{\"a\":[1,\"}\",{}]},\"other\":\"x\",\"none\":null}",
                "{\"\\u0069d\":4}",
                "{\"id\":4,\"user_agent\":\"Frigår Čuž 漢😀\"}"
            })
    void aSessionIsTheSameForBoth(String session) {
        agree("[" + session + "]");
        agree("[" + PLAIN + "," + session + "," + PLAIN + "]");
    }

    @Test
    void bytesThatAreNoUtf8AreTheSameForBoth() {
        for (String bytes : List.of(
                "\u00c3", "\u00e9\u0080", "\u00f0\u009f\u0098", "\u00ff\u00fe", "\u0080", "\u00ed\u00a0\u0080")) {
            byte[] list = ("[{\"id\":4,\"user_agent\":\"a" + bytes + "\",\"ppv_id\":\"" + bytes + "b\"},{\"id\":5}]")
                    .getBytes(ISO_8859_1);
            BothDecoders.agree(list, 100_000);
            BothDecoders.agree(list, 1);
        }
    }

    @Test
    void sessionsLargerThanAWindowAreTheSameForBoth() {
        // Smaller pieces take long: after each, such a session is tried anew.
        int[] pieces = {64, 100_000};
        String longText = "x".repeat(40_000);
        agree("[" + PLAIN + ",{\"id\":5,\"user_agent\":\"" + longText + "\"}," + PLAIN + "]", pieces);
        agree("[" + PLAIN + ",{\"id\":5,\"new\":\"" + longText + "\"}," + PLAIN + "]", pieces);
        agree("[" + PLAIN + ",{\"id\":5,\"user_agent\":\"" + longText, pieces);
        agree(
                "[" + PLAIN + " ".repeat(70_000) + "," + " ".repeat(70_000) + PLAIN + " ".repeat(70_000) + "]"
                        + " ".repeat(70_000),
                pieces);
    }

    @Test
    void aLongListIsTheSameForBoth() {
        String list = IntStream.range(0, 2_000)
                .mapToObj(i -> PLAIN.replace(":4", ":" + i).replace("Linux", "Linux " + i % 700))
                .collect(Collectors.joining(",", "[", "]"));
        agree(list);
        assertThat(BothDecoders.fast(list.getBytes(UTF_8), 16_384, list.length()))
                .startsWith("2000 ");
    }

    @RepeatedTest(8)
    @Tag("random")
    void noMutationTellsThemApart() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            String list = mutated("[" + PLAIN + "," + PLAIN.replace(":4", ":5") + "]", random);
            int piece = 1 + random.nextInt(400);
            assertThatCode(() -> BothDecoders.agree(list.getBytes(UTF_8), piece))
                    .as("seed %d: %s", seed, list)
                    .doesNotThrowAnyException();
        }
    }

    private static String mutated(String list, Random random) {
        StringBuilder mutated = new StringBuilder(list);
        for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
            int at = random.nextInt(mutated.length());
            int cut = random.nextInt(3) == 0 ? random.nextInt(12) : random.nextInt(2);
            String put = random.nextInt(4) == 0 ? "" : PIECES.get(random.nextInt(PIECES.size()));
            mutated.replace(at, Math.min(mutated.length(), at + cut), put);
        }
        return mutated.toString();
    }
}
