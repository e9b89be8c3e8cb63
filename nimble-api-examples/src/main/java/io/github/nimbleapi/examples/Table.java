package io.github.nimbleapi.examples;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Prints rows as they come. The first rows set the widths; a wider cell further down pushes its neighbours. */
final class Table {
    private static final int MEASURED_ROWS = 100;
    private static final String GAP = "  ";

    private final PrintWriter out;
    private final List<String> headings;

    Table(PrintWriter out, List<String> headings) {
        this.out = out;
        this.headings = headings;
    }

    /** Prints nothing if there are no rows. Stops early if nobody reads the output any more. */
    long print(Iterator<List<String>> rows) {
        List<List<String>> first = new ArrayList<>();
        while (first.size() < MEASURED_ROWS && rows.hasNext()) {
            first.add(rows.next());
        }
        if (first.isEmpty()) {
            return 0;
        }
        int[] widths = widths(first);
        printRow(headings, widths);
        first.forEach(row -> printRow(row, widths));
        return first.size() + printRest(rows, widths);
    }

    private long printRest(Iterator<List<String>> rows, int[] widths) {
        long count = 0;
        for (; rows.hasNext() && !out.checkError(); count++) {
            printRow(rows.next(), widths);
        }
        return count;
    }

    private void printRow(List<String> row, int[] widths) {
        out.println(IntStream.range(0, widths.length)
                .mapToObj(column -> padded(row.get(column), widths[column]))
                .collect(Collectors.joining(GAP))
                .stripTrailing());
    }

    private int[] widths(List<List<String>> rows) {
        int[] widths = headings.stream().mapToInt(String::length).toArray();
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
