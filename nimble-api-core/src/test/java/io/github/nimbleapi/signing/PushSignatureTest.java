package io.github.nimbleapi.signing;

import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushSignatureTest {
    private static final String ID = "5f0d5962-33b1-5137-ae6a-32776bcabc69";
    private static final String PUZZLE = "8c537e85-9684-a3b5-cbd9-bbebe952b103";
    private static final PushSignature PUSH = PushSignature.of("bc91b48588048871f4b898af9371ccc8");

    /** Made by other programs, see the file. */
    @TestFactory
    List<DynamicTest> theProofsAreThoseThatOthersCompute() {
        return Vectors.of("push").stream()
                .map(v -> DynamicTest.dynamicTest(v.get("ID").asText(), () -> {
                    PushSignature push = PushSignature.of(v.get("token").asText());
                    String id = v.get("ID").asText();
                    String puzzle = v.get("Puzzle").asText();
                    assertThat(push.sign(id, puzzle))
                            .isEqualTo(v.get("Signature").asText());
                    assertThat(push.verify(id, puzzle, v.get("Signature").asText()))
                            .isTrue();
                    assertThat(push.solve(puzzle)).isEqualTo(v.get("Solution").asText());
                }))
                .collect(toList());
    }

    @Test
    void recordedProofs() {
        assertThat(PUSH.verify(ID, PUZZLE, "7r/RZeJ18rMuRYc8luBdFQ==")).isTrue();
        assertThat(PUSH.solve(PUZZLE)).isEqualTo("IDI5uYL0dPeoWVv5u2sN5Q==");
        assertThat(PUSH.verify(
                        "bb4fcfd2-a1fb-49b0-aed5-22bc572ea7cf",
                        "94cc0c9b-080c-d435-c2b9-cca2528fa13e",
                        "JOWZAjro7J6fgnot+i3efg=="))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "7r/RZeJ18rMuRYc8luBdFQ=",
                "7R/RZeJ18rMuRYc8luBdFQ==",
                "7r/RZeJ18rMuRYc8luBdFQ==x",
                "ığ"
            })
    void anotherSignatureIsForged(String signature) {
        assertThat(PUSH.verify(ID, PUZZLE, signature)).isFalse();
    }

    @Test
    void anotherIdOrPuzzleIsForged() {
        assertThat(PUSH.verify(ID + "0", PUZZLE, "7r/RZeJ18rMuRYc8luBdFQ==")).isFalse();
        assertThat(PUSH.verify(ID, PUZZLE + "0", "7r/RZeJ18rMuRYc8luBdFQ==")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "s3cret\n", "s3cret\r\n", "s3\tcret"})
    void aTokenThatCanNotBeOneIsRefusedUnseen(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PushSignature.of(token))
                .withMessageStartingWith("token ")
                .withMessageContaining(": give the bare ")
                .withMessageNotContaining("cret");
    }

    @Test
    void theTokenIsNotShown() {
        assertThat(PushSignature.of("s3cret").toString()).doesNotContain("s3cret");
    }
}
