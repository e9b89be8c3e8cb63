package io.github.nimbleapi.examples;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program that runs until it is interrupted. */
final class Running implements AutoCloseable {
    final ProgramRun run;
    private final Thread thread;

    private Running(ProgramRun run, String... arguments) {
        this.run = run;
        this.thread = new Thread(() -> run.exitsWith(0, arguments), "program");
        thread.start();
    }

    static Running of(ProgramRun run, String... arguments) {
        return new Running(run, arguments);
    }

    /** Waits until it has printed something; the first group of it. */
    String printed(String pattern) throws InterruptedException {
        Pattern wanted = Pattern.compile(pattern);
        while (true) {
            Matcher found = wanted.matcher(run.out());
            if (found.find()) {
                return found.group(1);
            }
            if (!thread.isAlive()) {
                throw new AssertionError("has ended, with " + run.out() + run.err());
            }
            Thread.sleep(10);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
