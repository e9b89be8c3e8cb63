package io.github.nimbleapi.benchmarks.peer;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Iterators of libraries as streams. */
final class Iterators {
    private Iterators() {}

    /** Both Jackson's and Feign's can be closed. */
    static Stream<SessionBean> stream(Iterator<SessionBean> sessions) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(sessions, Spliterator.ORDERED), false)
                .onClose(() -> close((Closeable) sessions));
    }

    private static void close(Closeable sessions) {
        try {
            sessions.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
