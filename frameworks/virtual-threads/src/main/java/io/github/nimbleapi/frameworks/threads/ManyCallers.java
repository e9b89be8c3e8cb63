package io.github.nimbleapi.frameworks.threads;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.server.ServerStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many callers, each in a virtual thread of its own: plain blocking calls, and no futures to chain. */
public final class ManyCallers {
    private ManyCallers() {}

    public static void main(String[] args) throws InterruptedException, ExecutionException {
        try (NimbleClient nimble = NimbleClient.fromEnvironment()) {
            List<ServerStatus> answers = atOnce(2000, () -> nimble.server().status());
            System.out.println(answers.size() + " answers, the last one: " + answers.getLast());
        }
    }

    /** The answers to all calls; throws what one failed with as the cause. */
    static <T> List<T> atOnce(int callers, Callable<T> call) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : threads.invokeAll(Collections.nCopies(callers, call))) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
