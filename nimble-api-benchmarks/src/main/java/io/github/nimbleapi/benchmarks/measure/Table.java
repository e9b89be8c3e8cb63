package io.github.nimbleapi.benchmarks.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table in Markdown, to be read as it is and to be copied into a document. */
public final class Table {
    private final List<List<String>> rows = new ArrayList<>();

    public Table(String... columns) {
        rows.add(Arrays.asList(columns));
    }

    /** Adds a row, with a word for each column. */
    public void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).collect(Collectors.toList()));
    }

    public void print(String title) {
        System.out.printf(Locale.ROOT, "%n### %s%n%n%s%n", title, this);
    }

    /** A number with so many digits after the point. */
    public static String number(double value, int digits) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%,." + digits + "f", value);
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        List<String> lines = rows.stream().map(row -> line(row, widths)).collect(Collectors.toList());
        lines.add(1, Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(" | ", "| ", " |")));
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> row.get(column)
                        + " ".repeat(widths[column] - row.get(column).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
