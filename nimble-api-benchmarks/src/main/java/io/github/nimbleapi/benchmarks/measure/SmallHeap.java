package io.github.nimbleapi.benchmarks.measure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A fresh JVM with little memory, which has to print a certain number in time. */
public final class SmallHeap {
    /** See {@code -XX:+ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

    private final Class<?> main;
    private final List<String> arguments;
    private final int expected;
    private final int seconds;

    /** Given up after so many seconds: with too little memory it collects garbage for ever. */
    public SmallHeap(Class<?> main, List<String> arguments, int expected, int seconds) {
        this.main = main;
        this.arguments = arguments;
        this.expected = expected;
        this.seconds = seconds;
    }

    /** The seconds it took; not a number if it did not make it. */
    public double seconds(int megabytes) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = JavaProcess.with("-Xmx" + megabytes + "m", "-XX:+ExitOnOutOfMemoryError")
                .start(main, arguments);
        try {
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            double taken = (System.nanoTime() - start) / 1e9;
            if (!ended || process.exitValue() == OUT_OF_MEMORY) {
                return Double.NaN;
            }
            requireRight(process);
            return taken;
        } finally {
            process.destroyForcibly();
        }
    }

    // Anything else but the memory must not be taken for a lack of it.
    private void requireRight(Process process) throws IOException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (process.exitValue() != 0 || !said.equals(Integer.toString(expected))) {
            throw new IOException(main.getSimpleName() + " " + arguments + " ended with " + process.exitValue()
                    + " and said " + said + " instead of " + expected);
        }
    }
}
