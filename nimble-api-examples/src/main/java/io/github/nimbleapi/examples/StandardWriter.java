package io.github.nimbleapi.examples;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;

/** Standard output or errors in that stream's own encoding, which says when nobody reads them any more. */
final class StandardWriter extends Writer {
    private final PrintStream stream;

    private StandardWriter(PrintStream stream) {
        this.stream = stream;
    }

    static PrintWriter on(PrintStream stream) {
        return new PrintWriter(new BufferedWriter(new StandardWriter(stream)), true);
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
        stream.print(String.valueOf(buffer, offset, length));
    }

    @Override
    public void flush() throws IOException {
        if (stream.checkError()) {
            throw new IOException("nobody reads the output any more");
        }
    }

    @Override
    public void close() {}
}
