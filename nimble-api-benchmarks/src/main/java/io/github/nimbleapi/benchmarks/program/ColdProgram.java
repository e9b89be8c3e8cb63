package io.github.nimbleapi.benchmarks.program;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.benchmarks.Names;
import io.github.nimbleapi.benchmarks.cold.DatabindStart;
import io.github.nimbleapi.benchmarks.cold.NimbleStart;
import io.github.nimbleapi.benchmarks.cold.RawStart;
import io.github.nimbleapi.benchmarks.measure.JavaProcess;
import io.github.nimbleapi.benchmarks.measure.Metric;
import io.github.nimbleapi.benchmarks.measure.Sample;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A program that is started in a fresh JVM, with nothing on its class path but what it needs. */
enum ColdProgram {
    RAW,
    DATABIND,
    NIMBLE;

    /** The program, then one class of each jar that it needs. */
    private List<Class<?>> classes() {
        switch (this) {
            case RAW:
                return List.of(RawStart.class);
            case DATABIND:
                return List.of(DatabindStart.class, ObjectMapper.class, JsonFactory.class, JsonCreator.class);
            case NIMBLE:
                return List.of(
                        NimbleStart.class,
                        NimbleClient.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonCreator.class);
        }
        throw new AssertionError(this);
    }

    /** Runs it once. */
    Sample run(String url, List<String> jvmOptions) throws IOException, InterruptedException, URISyntaxException {
        Process process =
                JavaProcess.on(classPath(), jvmOptions).start(classes().get(0), List.of(url));
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String nanos = out.readLine();
        long ended = System.nanoTime();
        if (nanos == null || process.waitFor() != 0) {
            throw new IOException(this + " failed");
        }
        return new Sample()
                .with(Metric.NANOS, Long.parseLong(nanos))
                .with(Metric.EXIT_NANOS, System.nanoTime() - ended);
    }

    private String classPath() throws URISyntaxException {
        Set<String> path = new LinkedHashSet<>();
        for (Class<?> type : classes()) {
            path.add(place(type));
        }
        return String.join(File.pathSeparator, path);
    }

    private static String place(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    @Override
    public String toString() {
        return Names.of(this);
    }
}
