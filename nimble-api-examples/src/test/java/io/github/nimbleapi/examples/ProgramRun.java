package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A program started within the test, with an environment and an input of its own. */
final class ProgramRun {
    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String input = "";

    ProgramRun with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    ProgramRun answering(String line) {
        input = line + System.lineSeparator();
        return this;
    }

    ProgramRun exitsWith(int exitCode, String... arguments) {
        Terminal terminal = new Terminal(
                environment::get, new StringReader(input), new PrintWriter(out, true), new PrintWriter(err, true));
        int actual = Launcher.run(terminal, Duration.ZERO, arguments);
        assertThat(actual).as("exit code, with errors <%s>", err).isEqualTo(exitCode);
        return this;
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }

    List<String> lines() {
        return out().lines().collect(Collectors.toList());
    }

    String lastLine() {
        return lines().get(lines().size() - 1);
    }

    /** What the first column of the table has. */
    List<String> ids() {
        return out().lines()
                .filter(line -> line.matches("[0-9]+ {2,}.*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .collect(Collectors.toList());
    }
}
