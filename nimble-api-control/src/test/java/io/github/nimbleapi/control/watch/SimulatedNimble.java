package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.session.PlaybackSession;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A server to which all happens that may happen, by chance, between one poll and the next. */
final class SimulatedNimble {
    private static final int IDS = 6;
    private static final int VIEWERS = 3;

    final List<SimulatedSession> everThere = new ArrayList<>();
    /** What a watch can have seen, by viewer. */
    final Map<String, Usage> truth = new HashMap<>();

    private final List<SimulatedSession> running = new ArrayList<>();
    private final Random random;
    private final boolean tellsCreated;
    private final SimulatedSession.LastAccess lastAccess;
    private Instant now = Instant.parse("2026-05-20T13:00:00Z");
    private int polls;

    SimulatedNimble(Random random) {
        this.random = random;
        this.tellsCreated = random.nextInt(4) > 0;
        List<SimulatedSession.LastAccess> ways = List.of(SimulatedSession.LastAccess.values());
        this.lastAccess = ways.get(random.nextInt(ways.size()));
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
                running.forEach(session -> session.change(viewer(), "stream-" + random.nextInt(2)));
                break;
            case 5:
            case 6:
            case 7:
            case 8:
                start(random.nextInt(IDS));
                break;
            default:
                running.forEach(session -> session.play(random.nextInt(3) * 500L, random.nextInt(2) * 20L, now));
        }
    }

    private void start(long id) {
        if (running.stream().noneMatch(session -> session.id == id)) {
            // Where no creation is told, an id and all else the same are the same session to everybody.
            String ip = tellsCreated ? "203.0.113.7" : "203.0.113." + everThere.size();
            SimulatedSession session = new SimulatedSession(id, viewer(), ip, tellsCreated, lastAccess, now, polls > 0);
            running.add(session);
            everThere.add(session);
        }
    }

    private String viewer() {
        return "viewer-" + random.nextInt(VIEWERS);
    }

    /** What a poll sees: all, or where the server stumbles, some of them, of which it leaves some members out. */
    List<PlaybackSession> list() {
        boolean stumbles = random.nextInt(6) == 0;
        List<SimulatedSession> listed = new ArrayList<>(running);
        listed.removeIf(session -> stumbles && random.nextInt(3) > 0);
        if (polls == 0) {
            addWhatNobodyCouldMiss(listed);
        }
        Collections.shuffle(listed, random);
        List<PlaybackSession> told = listed.stream()
                .map(session -> session.listed(polls, now, random, truth))
                .collect(Collectors.toList());
        polls++;
        return told;
    }

    /** Those that are missing in the first list, but do not tell later that they began before something that is in it. */
    private void addWhatNobodyCouldMiss(List<SimulatedSession> listed) {
        Instant newest = listed.stream()
                .map(SimulatedSession::newest)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        running.stream()
                .filter(session -> !listed.contains(session))
                .filter(session -> !tellsCreated || !session.created.isBefore(newest))
                .collect(Collectors.toList())
                .forEach(listed::add);
    }
}
