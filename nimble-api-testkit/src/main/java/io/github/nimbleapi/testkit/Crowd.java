package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Content;
import java.io.ByteArrayInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Sessions that nobody holds: each is told from its id when somebody asks. What is kept is one bit for each of them. Not
 * thread-safe.
 */
final class Crowd {
    private final BitSet running = new BitSet();
    /** When they came, by the id of the first of those who came then. */
    private final NavigableMap<Integer, Instant> arrivals = new TreeMap<>();

    /** Adds sessions whose ids follow on each other. Their ids were never used here. */
    void add(long firstId, int count, Instant now) {
        if (firstId + count > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "count is " + count + ": give no more than " + Math.max(0, Integer.MAX_VALUE - firstId));
        }
        running.set((int) firstId, (int) firstId + count);
        arrivals.put((int) firstId, now);
    }

    boolean has(long id) {
        return id > 0 && id < Integer.MAX_VALUE && running.get((int) id);
    }

    /** False if it has none with that id. */
    boolean remove(long id) {
        boolean has = has(id);
        if (has) {
            running.clear((int) id);
        }
        return has;
    }

    int count() {
        return running.cardinality();
    }

    /** What one of them looks like, or did before it was removed. */
    FakeSession.Settings settings(long id) {
        return InventedSession.settings((int) id, arrivals.floorEntry((int) id).getValue());
    }

    /** The array of these sessions as they are now, and of others, made while it is sent; there must be some. */
    Content listWith(List<String> others) {
        BitSet listed = (BitSet) running.clone();
        NavigableMap<Integer, Instant> arrived = new TreeMap<>(arrivals);
        String rest = (others.isEmpty() ? "" : ",") + String.join(",", others) + "]";
        return Content.ofUnknownLength(() -> new SequenceInputStream(
                new CrowdText(listed, arrived), new ByteArrayInputStream(rest.getBytes(StandardCharsets.UTF_8))));
    }
}
