package io.github.nimbleapi.benchmarks.program;

import static io.github.nimbleapi.benchmarks.measure.Table.number;

import io.github.nimbleapi.benchmarks.Options;
import io.github.nimbleapi.benchmarks.measure.Metric;
import io.github.nimbleapi.benchmarks.measure.Results;
import io.github.nimbleapi.benchmarks.measure.Sample;
import io.github.nimbleapi.benchmarks.measure.ServerProcess;
import io.github.nimbleapi.benchmarks.measure.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Fresh JVMs: how long to the first session, how many classes, how long to the end: {@code --rounds --kinds}. */
public final class ColdStart {
    private ColdStart() {}

    public static void run(Options options) throws Exception {
        List<ColdProgram> programs = options.constants("kinds", ColdProgram.class, List.of(ColdProgram.values()));
        try (ServerProcess server = ServerProcess.start(List.of("10"))) {
            Results results =
                    new Results(programs.stream().map(ColdProgram::toString).collect(Collectors.toList()));
            Random random = new Random(options.number("seed", 1));
            List<ColdProgram> order = new ArrayList<>(programs);
            for (int round = 0; round < options.number("rounds", 9); round++) {
                Collections.shuffle(order, random);
                for (ColdProgram program : order) {
                    results.add(program.toString(), program.run(server.url("10"), List.of()));
                }
            }
            Table table = new Table("client", "main to first, ms", "x databind", "x raw", "classes", "end to exit, ms");
            for (ColdProgram program : programs) {
                row(table, results, program, classes(program, server.url("10")));
            }
            table.print("Cold start, ten sessions");
        }
    }

    private static void row(Table table, Results results, ColdProgram program, long classes) {
        String name = program.toString();
        table.row(
                name,
                number(results.spread(name, Metric.NANOS).median() / 1e6, 0),
                Ratios.of(results, name, Metric.NANOS, ColdProgram.DATABIND),
                Ratios.of(results, name, Metric.NANOS, ColdProgram.RAW),
                classes,
                number(results.spread(name, Metric.EXIT_NANOS).median() / 1e6, 0));
    }

    /** In a run of its own, since the log takes time. Counts all until the JVM is gone, lambdas too. */
    private static long classes(ColdProgram program, String url) throws Exception {
        Path log = Files.createTempFile("classes", ".log");
        try {
            Sample unused = program.run(url, List.of("-Xlog:class+load:file=" + log + "::filecount=0"));
            try (Stream<String> lines = Files.lines(log)) {
                return lines.filter(line -> line.contains("source:")).count();
            }
        } finally {
            Files.delete(log);
        }
    }
}
