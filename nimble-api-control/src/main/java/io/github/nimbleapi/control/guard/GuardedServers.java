package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.fleet.FleetResult;
import io.github.nimbleapi.control.fleet.FleetSessions;
import io.github.nimbleapi.control.fleet.NimbleFleet;
import io.github.nimbleapi.control.fleet.ServerSession;
import io.github.nimbleapi.control.internal.Failures;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.session.PlaybackSession;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The servers of one pass. Whatever fails is the failure of its server, which is not called again. */
final class GuardedServers {
    /** So many go into one request, and are known to be ended when it is answered. */
    private static final int AT_ONCE = 500;

    private final NimbleFleet fleet;
    private final Map<String, NimbleException> failures = new LinkedHashMap<>();
    /** Added to by threads of the clients. */
    private final Set<EndedSession> ended = ConcurrentHashMap.newKeySet();

    GuardedServers(NimbleFleet fleet) {
        this.fleet = fleet;
    }

    Set<String> names() {
        return fleet.servers();
    }

    Map<String, NimbleException> failures() {
        return failures;
    }

    /** Whether its end was acknowledged. */
    boolean hasEnded(EndedSession session) {
        return ended.contains(session);
    }

    List<ServerSession> list() {
        Set<String> left = new HashSet<>(names());
        left.removeAll(failures.keySet());
        return FleetSessions.of(call(
                        left,
                        (server, client) -> settled(server, client.sessions().listAsync(), listed -> {})))
                .sessions();
    }

    void end(List<EndedSession> sessions) {
        Map<String, List<EndedSession>> waiting =
                sessions.stream().collect(Collectors.groupingBy(EndedSession::server));
        for (int from = 0; !waiting.isEmpty(); from += AT_ONCE) {
            int begin = from;
            call(waiting.keySet(), (server, client) -> end(server, client, slice(waiting, server, begin)));
            waiting.entrySet()
                    .removeIf(of ->
                            failures.containsKey(of.getKey()) || of.getValue().size() <= begin + AT_ONCE);
        }
    }

    private static List<EndedSession> slice(Map<String, List<EndedSession>> waiting, String server, int begin) {
        List<EndedSession> all = Objects.requireNonNull(waiting.get(server));
        return all.subList(begin, Math.min(all.size(), begin + AT_ONCE));
    }

    private CompletableFuture<Void> end(String server, NimbleClient client, List<EndedSession> slice) {
        List<PlaybackSession> sessions =
                slice.stream().map(EndedSession::session).collect(Collectors.toUnmodifiableList());
        return settled(server, client.sessions().deleteAllAsync(sessions), done -> ended.addAll(slice));
    }

    private <T> FleetResult<T> call(
            Collection<String> servers, BiFunction<String, NimbleClient, CompletableFuture<T>> operation) {
        FleetResult<T> result = fleet.only(servers).call((server, client) -> {
            try {
                return operation.apply(server, client);
            } catch (RuntimeException | Error e) {
                return CompletableFuture.failedFuture(failure(server, e));
            }
        });
        failures.putAll(result.failures());
        return result;
    }

    /** The same call, that fails with a NimbleException only, and whose answer has been taken when it is over. */
    private static <T> CompletableFuture<T> settled(String server, CompletableFuture<T> call, Consumer<T> taker) {
        CompletableFuture<T> settled = new CompletableFuture<>();
        call.whenComplete((answer, thrown) -> {
            if (thrown == null) {
                taker.accept(answer);
                settled.complete(answer);
            } else {
                settled.completeExceptionally(failure(server, thrown));
            }
        });
        settled.whenComplete((answer, thrown) -> call.cancel(true));
        return settled;
    }

    // Such as of a client that was closed: a fleet takes that for an end of everything, but the others are to be
    // guarded.
    private static NimbleException failure(String server, Throwable thrown) {
        Throwable cause = Failures.unwrapped(thrown);
        return cause instanceof NimbleException
                ? (NimbleException) cause
                : new NimbleConnectionException("the call to " + server + " failed: " + cause, "", "", cause);
    }
}
