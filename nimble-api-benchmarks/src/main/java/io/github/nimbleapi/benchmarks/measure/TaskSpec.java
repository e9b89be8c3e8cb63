package io.github.nimbleapi.benchmarks.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A task, as it is handed to a worker. */
public final class TaskSpec {
    private final TaskKind kind;
    private final List<String> arguments;

    TaskSpec(TaskKind kind, String... arguments) {
        this.kind = kind;
        this.arguments = List.of(arguments);
    }

    static TaskSpec parse(String... words) {
        return new TaskSpec(TaskKind.valueOf(words[0]), Arrays.copyOfRange(words, 1, words.length));
    }

    List<String> words() {
        List<String> words = new ArrayList<>(List.of(kind.name()));
        words.addAll(arguments);
        return words;
    }

    Task open() throws Exception {
        return kind.open(arguments);
    }
}
