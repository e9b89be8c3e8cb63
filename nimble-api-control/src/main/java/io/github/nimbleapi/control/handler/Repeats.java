package io.github.nimbleapi.control.handler;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Asks once for each pair of ID and Puzzle, and remembers the answers; the oldest are forgotten. */
final class Repeats {
    /** Answers may be long: beyond so many ids in all of them, the oldest pairs are still known, but without theirs. */
    static final int MOST_IDS = 1 << 18;

    private static final class Answer {
        final CompletableFuture<List<String>> ids;
        int count;

        Answer(CompletableFuture<List<String>> ids) {
            this.ids = ids;
        }
    }

    private final int capacity;
    private final Map<UUID, Answer> seen = new LinkedHashMap<>();
    private int count;

    Repeats(int capacity) {
        this.capacity = capacity;
    }

    /** The answer, also one that is still to come. A failure is forgotten, so that the next time asks again. */
    CompletableFuture<List<String>> once(UUID pair, Supplier<CompletableFuture<List<String>>> ask) {
        Answer mine = new Answer(new CompletableFuture<>());
        Answer known = remember(pair, mine);
        if (known != mine) {
            return known.ids;
        }
        ask.get().whenComplete((ids, failure) -> {
            if (failure == null) {
                keep(pair, mine, ids.size());
                mine.ids.complete(ids);
            } else {
                forget(pair, mine);
                mine.ids.completeExceptionally(failure);
            }
        });
        return mine.ids;
    }

    private synchronized Answer remember(UUID pair, Answer mine) {
        Answer known = seen.putIfAbsent(pair, mine);
        if (known != null) {
            return known;
        }
        if (seen.size() > capacity) {
            Iterator<Answer> oldest = seen.values().iterator();
            count -= oldest.next().count;
            oldest.remove();
        }
        return mine;
    }

    private synchronized void forget(UUID pair, Answer mine) {
        seen.remove(pair, mine);
    }

    private synchronized void keep(UUID pair, Answer mine, int ids) {
        if (seen.get(pair) != mine) {
            return;
        }
        mine.count = ids;
        count += ids;
        Iterator<Map.Entry<UUID, Answer>> oldest = seen.entrySet().iterator();
        while (count > MOST_IDS && oldest.hasNext()) {
            Map.Entry<UUID, Answer> entry = oldest.next();
            if (entry.getValue().count > 0) {
                count -= entry.getValue().count;
                entry.setValue(new Answer(CompletableFuture.completedFuture(List.of())));
            }
        }
    }
}
