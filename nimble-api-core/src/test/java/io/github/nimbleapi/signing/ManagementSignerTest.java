package io.github.nimbleapi.signing;

import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ManagementSignerTest {
    private static final ManagementSigner SIGNER = ManagementSigner.of("mypassword");

    /** Made by other programs, see the file. */
    static List<Arguments> foreignVectors() {
        return Vectors.of("management").stream()
                .map(v -> Arguments.of(
                        v.get("salt").asInt(),
                        v.get("token").asText(),
                        v.get("hash").asText()))
                .collect(toList());
    }

    @ParameterizedTest
    @MethodSource("foreignVectors")
    @CsvSource({"123456, mypassword, wVt5toMuAe2o7Fv7kpUsCA==", "9, mypassword, pNZ+1fK/oThnJ5kFNNaLsA=="})
    void theHashIsTheOneThatOthersCompute(int salt, String token, String hash) {
        ManagementSignature signature = ManagementSigner.of(token).sign(salt);

        assertThat(signature.hash()).isEqualTo(hash);
        assertThat(signature.salt()).isEqualTo(salt);
    }

    @Test
    void theQueryEncodesWhatServersReadDifferently() {
        assertThat(SIGNER.sign(9).query()).isEqualTo("salt=9&hash=pNZ%2B1fK%2FoThnJ5kFNNaLsA==");
    }

    @Test
    void aRandomSaltIsInRangeAndItsHashIsSafeInAnyQuery() {
        List<ManagementSignature> signatures =
                Stream.generate(SIGNER::sign).limit(2_000).collect(toList());

        assertThat(signatures).allSatisfy(signature -> {
            assertThat(signature.salt()).isBetween(0, 1_000_000);
            assertThat(signature.hash())
                    .matches("[A-Za-z0-9]{22}==")
                    .isEqualTo(SIGNER.sign(signature.salt()).hash());
        });
        assertThat(signatures.stream().map(ManagementSignature::salt).collect(toSet()))
                .as("different salts, spread over the range")
                .hasSizeGreaterThan(1_900)
                .anyMatch(salt -> salt < 100_000)
                .anyMatch(salt -> salt > 900_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1_000_000})
    void theEndsOfTheRangeAreSalts(int salt) {
        assertThat(SIGNER.sign(salt).query()).startsWith("salt=" + salt + "&hash=");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aSaltOutOfRangeIsRefused(int salt) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SIGNER.sign(salt))
                .withMessageContaining("salt")
                .withMessageContaining(String.valueOf(salt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t", "secret\n", "sec\rret", "sec\u0000ret", "sec\u0085ret"})
    void aTokenThatCanNotBeOneIsRefusedUnseen(String token) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ManagementSigner.of(token))
                .withMessageStartingWith("token")
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret", "ret\n"));
    }

    @Test
    @SuppressWarnings("NullAway")
    void aMissingTokenIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> ManagementSigner.of(null))
                .withMessage("token");
    }

    @Test
    void neitherSignerNorSignatureShowsItsSecret() {
        ManagementSignature signature = SIGNER.sign(123_456);

        assertThat(SIGNER.toString()).doesNotContain("mypassword");
        assertThat(signature.toString()).doesNotContain("123456", "wVt5", "CA==");
    }
}
