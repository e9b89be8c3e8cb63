package io.github.nimbleapi.examples;

import io.github.nimbleapi.session.PlaybackSession;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints sessions as they come. The first rows set the widths; a wider cell further down pushes its neighbours. */
final class SessionTable {
    private static final int MEASURED_ROWS = 100;
    private static final String GAP = "  ";

    private final PrintWriter out;
    private final Instant now;

    SessionTable(PrintWriter out, Instant now) {
        this.out = out;
        this.now = now;
    }

    /** Prints nothing if there are no sessions. Stops early if nobody reads the output any more. */
    long print(Iterator<PlaybackSession> sessions) {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < MEASURED_ROWS && sessions.hasNext()) {
            first.add(Columns.of(sessions.next(), now));
        }
        if (first.isEmpty()) {
            return 0;
        }
        int[] widths = widths(first);
        printRow(Columns.HEADINGS, widths);
        first.forEach(row -> printRow(row, widths));
        return first.size() + printRest(sessions, widths);
    }

    private long printRest(Iterator<PlaybackSession> sessions, int[] widths) {
        long count = 0;
        for (; sessions.hasNext() && !out.checkError(); count++) {
            printRow(Columns.of(sessions.next(), now), widths);
        }
        return count;
    }

    private void printRow(List<String> row, int[] widths) {
        out.println(IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing());
    }

    private static int[] widths(List<List<String>> rows) {
        int[] widths = Columns.HEADINGS.stream().mapToInt(String::length).toArray();
        for (List<String> row : rows) {
            Arrays.setAll(
                    widths, column -> Math.max(widths[column], row.get(column).length()));
        }
        return widths;
    }

    private static String padded(String cell, int width) {
        return cell + " ".repeat(Math.max(0, width - cell.length()));
    }
}
