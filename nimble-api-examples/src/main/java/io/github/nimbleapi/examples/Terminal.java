package io.github.nimbleapi.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a program has around it: environment variables, standard input, output and errors. */
final class Terminal {
    final PrintWriter out;
    final PrintWriter err;
    private final UnaryOperator<@Nullable String> environment;
    private final BufferedReader in;

    Terminal(UnaryOperator<@Nullable String> environment, Reader in, PrintWriter out, PrintWriter err) {
        this.environment = environment;
        this.in = new BufferedReader(in);
        this.out = out;
        this.err = err;
    }

    static Terminal standard() {
        return new Terminal(
                System::getenv,
                new InputStreamReader(System.in, Charset.defaultCharset()),
                StandardWriter.on(System.out),
                StandardWriter.on(System.err));
    }

    /** The value of an environment variable, which is null if it is missing or empty. */
    @Nullable
    String variable(String name) {
        String value = environment.apply(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /** Whether the answer is yes. No answer is none. */
    boolean confirms(String question) {
        String answer = ask(question + " [y/N] ");
        return answer.equalsIgnoreCase("y") || answer.equalsIgnoreCase("yes");
    }

    /** The answer, which is empty at the end of input. */
    String ask(String question) {
        out.print(question);
        out.flush();
        String line = readLine();
        if (line == null) {
            out.println();
            return "";
        }
        return line.strip();
    }

    private @Nullable String readLine() {
        try {
            return in.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException("can't read the answer: " + e.getMessage(), e);
        }
    }
}
