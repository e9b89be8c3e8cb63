package io.github.nimbleapi.examples;

import io.github.nimbleapi.session.PlaybackSession;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** Prints sessions as they come. */
final class SessionTable {
    private final Table table;
    private final Instant now;

    SessionTable(PrintWriter out, Instant now) {
        this.table = new Table(out, Columns.HEADINGS);
        this.now = now;
    }

    /** How many were printed, see {@link Table#print}. */
    long print(Iterator<PlaybackSession> sessions) {
        return table.print(new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sessions.hasNext();
            }

            @Override
            public List<String> next() {
                return Columns.of(sessions.next(), now);
            }
        });
    }
}
