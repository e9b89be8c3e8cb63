package io.github.nimbleapi.benchmarks.measure;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** A worker in a JVM of its own, which is told what to do line by line. */
final class ForkedWorker implements Worker {
    private final Process process;
    private final BufferedWriter commands;
    private final BufferedReader answers;

    ForkedWorker(TaskSpec spec, String heap) throws IOException {
        process = JavaProcess.with("-Xmx" + heap).start(WorkerMain.class, spec.words());
        commands = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void warmUp(long millis) throws IOException {
        ask("warm-up " + millis);
    }

    @Override
    public Sample run() throws IOException {
        return Sample.parse(ask("run"));
    }

    private String ask(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
        String line;
        while ((line = answers.readLine()) != null) {
            // Libraries may have their own to say.
            if (line.startsWith(WorkerMain.ANSWER)) {
                return line.substring(WorkerMain.ANSWER.length());
            }
        }
        throw new IOException("a worker has died");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
