package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.NimbleServer;
import java.util.List;
import org.junit.jupiter.api.Test;

class SaveSessionsTest {
    @Test
    void aDatabaseThatIsNotThereIsSaidWithoutItsUrl(@NimbleServer FakeNimble fake) {
        for (String url :
                List.of("jdbc:nosuch://h/db?password=s3cret", "jdbc:postgresql://127.0.0.1:1/db?password=s3cret")) {
            ProgramRun run = new ProgramRun().exitsWith(1, "save-sessions", "--url=" + fake.url(), "--jdbc=" + url);

            assertThat(run.err()).startsWith("can't use the database: ").doesNotContain("s3cret");
        }
    }
}
