package io.github.nimbleapi.benchmarks.measure;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What runs in the JVM of a {@link ForkedWorker}. Ends when its standard input does. */
public final class WorkerMain {
    static final String ANSWER = "> ";

    private WorkerMain() {}

    public static void main(String[] arguments) {
        int status = 1;
        try (LocalWorker worker = new LocalWorker(TaskSpec.parse(arguments))) {
            obey(worker);
            status = 0;
        } catch (Exception e) {
            e.printStackTrace(System.err);
        }
        // Whatever threads a library has left.
        Runtime.getRuntime().halt(status);
    }

    private static void obey(LocalWorker worker) throws Exception {
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String command;
        while ((command = commands.readLine()) != null) {
            System.out.println(ANSWER + answer(worker, command));
        }
    }

    private static String answer(LocalWorker worker, String command) throws Exception {
        if (command.equals("run")) {
            return worker.run().toString();
        }
        worker.warmUp(Long.parseLong(command.substring("warm-up ".length())));
        return "warm";
    }
}
