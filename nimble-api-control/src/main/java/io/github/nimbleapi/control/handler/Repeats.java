package io.github.nimbleapi.control.handler;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Asks once for each pair of ID and Puzzle, and remembers the answers; the oldest are forgotten.
 *
 * <p>The signature of a pair is as good for any other two halves of the same text, and the Solution of its Puzzle is a
 * signature for any two halves of that: so neither text is taken in other halves.
 */
final class Repeats {
    /** Answers may be long: beyond so many ids in all of them, the oldest pairs are still known, but without theirs. */
    static final int MOST_IDS = 1 << 18;

    private static final CompletableFuture<List<String>> NONE = CompletableFuture.completedFuture(List.of());

    /** Stands for a Puzzle, which no pair is made of. */
    private static final Answer SOLVED = new Answer(-1);

    private static final class Answer {
        final int idLength;
        CompletableFuture<List<String>> ids = new CompletableFuture<>();
        int count;

        Answer(int idLength) {
            this.idLength = idLength;
        }
    }

    private final int capacity;
    private final Map<UUID, Answer> seen = new LinkedHashMap<>();
    /** The oldest first. */
    private final Set<Answer> withIds = new LinkedHashSet<>();

    private int count;

    Repeats(int capacity) {
        this.capacity = capacity;
    }

    /** The answer, also one that is still to come. A failure is forgotten, so that the next time asks again. */
    CompletableFuture<List<String>> once(PushPair pair, Supplier<CompletableFuture<List<String>>> ask) throws Refusal {
        Answer mine = new Answer(pair.idLength);
        CompletableFuture<List<String>> answer = mine.ids;
        CompletableFuture<List<String>> known = remember(pair, mine);
        if (known != answer) {
            return known;
        }
        ask.get().whenComplete((ids, failure) -> {
            if (failure == null) {
                keep(pair, mine, ids.size());
                answer.complete(ids);
            } else {
                forget(pair, mine);
                answer.completeExceptionally(failure);
            }
        });
        return answer;
    }

    private synchronized CompletableFuture<List<String>> remember(PushPair pair, Answer mine) throws Refusal {
        Answer known = seen.putIfAbsent(pair.text, mine);
        if (known == null) {
            // Anew, so that it is not forgotten before the pair.
            seen.remove(pair.puzzle, SOLVED);
            seen.putIfAbsent(pair.puzzle, SOLVED);
            forgetOldest();
            return mine.ids;
        }
        if (known.idLength != mine.idLength) {
            throw Refusal.forged("ID and Puzzle are made of those of another push, whose proof this is");
        }
        return known.ids;
    }

    private void forgetOldest() {
        Iterator<Answer> oldest = seen.values().iterator();
        while (seen.size() > 2L * capacity) {
            strip(oldest.next());
            oldest.remove();
        }
    }

    private synchronized void forget(PushPair pair, Answer mine) {
        seen.remove(pair.text, mine);
    }

    private synchronized void keep(PushPair pair, Answer mine, int ids) {
        if (ids == 0 || seen.get(pair.text) != mine) {
            return;
        }
        mine.count = ids;
        count += ids;
        withIds.add(mine);
        while (count > MOST_IDS) {
            strip(withIds.iterator().next());
        }
    }

    private void strip(Answer answer) {
        if (withIds.remove(answer)) {
            count -= answer.count;
            answer.ids = NONE;
        }
    }
}
