package io.github.nimbleapi.internal.dvr;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** A stream of the user, who closes it. */
final class GivenStream implements ExportTarget {
    private final OutputStream stream;

    GivenStream(OutputStream target) {
        this.stream = Objects.requireNonNull(target, "target");
    }

    @Override
    public void open() {}

    @Override
    public void write(byte[] bytes, int count) throws IOException {
        stream.write(bytes, 0, count);
    }

    @Override
    public void finish() throws IOException {
        stream.flush();
    }

    @Override
    public void discard() {}

    @Override
    public String toString() {
        return "the given stream";
    }
}
