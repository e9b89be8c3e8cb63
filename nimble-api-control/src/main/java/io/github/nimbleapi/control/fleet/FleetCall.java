package io.github.nimbleapi.control.fleet;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.internal.Failures;
import io.github.nimbleapi.error.NimbleException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One operation on several servers, in so many lanes: each lane calls one server at a time and then takes the next that
 * waits. However this future ends, the calls under way end with it.
 */
final class FleetCall<T extends @Nullable Object, R> extends CompletableFuture<R> {
    private final Map<String, NimbleClient> clients;
    private final BiFunction<String, NimbleClient, CompletableFuture<T>> operation;
    private final Function<FleetResult<T>, R> finisher;
    private final Queue<String> waiting;
    private final Map<String, CompletableFuture<T>> underWay = new ConcurrentHashMap<>();
    private final Map<String, T> values = new HashMap<>();
    private final Map<String, NimbleException> failures = new HashMap<>();

    private FleetCall(
            Map<String, NimbleClient> clients,
            BiFunction<String, NimbleClient, CompletableFuture<T>> operation,
            Function<FleetResult<T>, R> finisher) {
        this.clients = clients;
        this.operation = operation;
        this.finisher = finisher;
        this.waiting = new ConcurrentLinkedQueue<>(clients.keySet());
        whenComplete((result, failure) -> endCalls());
    }

    static <T extends @Nullable Object, R> CompletableFuture<R> start(
            Map<String, NimbleClient> clients,
            int parallel,
            BiFunction<String, NimbleClient, CompletableFuture<T>> operation,
            Function<FleetResult<T>, R> finisher) {
        FleetCall<T, R> call = new FleetCall<>(clients, operation, finisher);
        call.finishIfOver();
        for (int lane = 0; lane < Math.min(parallel, clients.size()); lane++) {
            call.runLane();
        }
        return call;
    }

    private void runLane() {
        for (String next = waiting.poll(); next != null && !isDone(); next = waiting.poll()) {
            CompletableFuture<T> over = call(next);
            // A loop rather than a chain: a thousand servers that answer at once are no thousand frames on the stack.
            if (!over.isDone()) {
                over.whenComplete((value, failure) -> runLane());
                return;
            }
        }
    }

    private CompletableFuture<T> call(String server) {
        CompletableFuture<T> call = begin(server);
        underWay.put(server, call);
        if (isDone()) {
            call.cancel(true);
        }
        return call.whenComplete((value, failure) -> {
            if (underWay.remove(server) != null) {
                settle(server, value, failure);
            }
        });
    }

    /** Before this future ends: who waits for it may take their time then. */
    private void endCalls() {
        waiting.clear();
        underWay.forEach((server, call) -> {
            underWay.remove(server);
            call.cancel(true);
        });
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        endCalls();
        return super.cancel(mayInterruptIfRunning);
    }

    private CompletableFuture<T> begin(String server) {
        try {
            NimbleClient client = Objects.requireNonNull(clients.get(server));
            return Objects.requireNonNull(operation.apply(server, client), "the function returned no future");
        } catch (Throwable e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void settle(String server, T value, @Nullable Throwable failure) {
        Throwable thrown = failure == null ? null : Failures.unwrapped(failure);
        if (thrown != null && !(thrown instanceof NimbleException)) {
            endCalls();
            completeExceptionally(thrown);
            return;
        }
        synchronized (values) {
            if (thrown == null) {
                values.put(server, value);
            } else {
                failures.put(server, (NimbleException) thrown);
            }
        }
        finishIfOver();
    }

    private void finishIfOver() {
        FleetResult<T> result;
        synchronized (values) {
            if (values.size() + failures.size() < clients.size()) {
                return;
            }
            result = FleetResult.of(inOrder(values), inOrder(failures));
        }
        complete(finisher.apply(result));
    }

    private <V extends @Nullable Object> Map<String, V> inOrder(Map<String, V> some) {
        Map<String, V> ordered = new LinkedHashMap<>(clients.size());
        for (String server : clients.keySet()) {
            if (some.containsKey(server)) {
                ordered.put(server, some.get(server));
            }
        }
        return ordered;
    }
}
