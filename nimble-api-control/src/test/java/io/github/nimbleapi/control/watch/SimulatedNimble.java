package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** A server to which all happens that may happen, by chance, between one poll and the next. */
final class SimulatedNimble {
    private static final int IDS = 6;
    private static final int VIEWERS = 3;

    final List<SimulatedSession> everThere = new ArrayList<>();
    private final List<SimulatedSession> running = new ArrayList<>();
    private final Random random;
    private final boolean tellsCreated;
    private final SimulatedSession.LastAccess lastAccess;
    private Instant now = Instant.parse("2026-05-20T13:00:00Z");
    private int polls;

    SimulatedNimble(Random random) {
        this.random = random;
        this.tellsCreated = random.nextInt(4) > 0;
        this.lastAccess = List.of(SimulatedSession.LastAccess.values()).get(random.nextInt(3));
    }

    Instant now() {
        return now;
    }

    /** Time goes by, and something happens. */
    void live() {
        now = now.plusMillis(1 + random.nextInt(3_000));
        switch (random.nextInt(20)) {
            case 0:
                running.clear();
                break;
            case 1:
            case 2:
                running.removeIf(session -> random.nextInt(3) == 0);
                break;
            case 3:
                running.forEach(session -> session.reset(now));
                break;
            case 4:
            case 5:
            case 6:
            case 7:
                start(random.nextInt(IDS));
                break;
            default:
                running.forEach(session -> session.play(random.nextInt(3) * 500L, random.nextInt(2) * 20L, now));
        }
    }

    private void start(long id) {
        if (running.stream().noneMatch(session -> session.id == id)) {
            String viewer = "viewer-" + random.nextInt(VIEWERS);
            // Where no creation is told, an id and all else the same are the same session to everybody.
            String ip = tellsCreated ? "203.0.113.7" : "203.0.113." + everThere.size();
            SimulatedSession session = new SimulatedSession(id, viewer, ip, tellsCreated, lastAccess, now);
            running.add(session);
            everThere.add(session);
        }
    }

    /** What a poll sees: all, or where the server stumbles, some of them. */
    List<PlaybackSession> list() {
        boolean stumbles = polls > 0 && random.nextInt(6) == 0;
        List<SimulatedSession> listed = new ArrayList<>(running);
        listed.removeIf(session -> stumbles && random.nextInt(3) > 0);
        Collections.shuffle(listed, random);
        listed.forEach(session -> session.seen(polls, now));
        polls++;
        return listed.stream().map(SimulatedSession::listed).collect(Collectors.toList());
    }
}
