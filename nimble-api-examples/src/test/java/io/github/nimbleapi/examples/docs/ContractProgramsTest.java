package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs in src/test/contract compile and run as they stand. */
class ContractProgramsTest {
    @ParameterizedTest
    @ValueSource(strings = {"SessionsTour", "SigningTour", "HarnessTour", "HandlersTour", "ControlTour"})
    void printsOk(String program, @TempDir Path classes) throws Exception {
        Path source = Path.of("src", "test", "contract", program + ".java");
        assertThat(Compiled.of(source, classes).run().lines()).last().isEqualTo("ok");
    }
}
