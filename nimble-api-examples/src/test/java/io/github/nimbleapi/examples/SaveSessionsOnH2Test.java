package io.github.nimbleapi.examples;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class SaveSessionsOnH2Test extends SaveSessionsContract {
    @TempDir
    Path folder;

    @Override
    String url() {
        return "jdbc:h2:" + folder.resolve("sessions");
    }
}
