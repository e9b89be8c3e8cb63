package io.github.nimbleapi.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The programs in src/test/contract compile and run as they stand. */
class ContractProgramsTest {
    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src", "test", "contract"))) {
            return files.sorted().collect(Collectors.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void printsOk(Path program, @TempDir Path classes) throws Exception {
        assertThat(Compiled.of(program, classes).run().lines()).last().isEqualTo("ok");
    }
}
