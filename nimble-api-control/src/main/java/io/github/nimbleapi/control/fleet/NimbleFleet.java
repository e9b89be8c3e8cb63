package io.github.nimbleapi.control.fleet;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionFilters;
import io.github.nimbleapi.session.Sessions;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several Nimble Streamers as one: each operation goes to all of them at the same time, and its result tells of each
 * server by its name what it answered or what went wrong.
 *
 * <pre>{@code
 * NimbleFleet fleet = NimbleFleet.builder()
 *     .server("edge-1", edge1)
 *     .server("edge-2", edge2)
 *     .build();
 *
 * FleetSessions ended = fleet.deleteIf(SessionFilters.ofViewer("user-42"));
 * ended.sessions().forEach(s -> System.out.println("ended " + s.session() + " on " + s.server()));
 * ended.failures().forEach((server, failure) -> System.out.println(server + " did not answer: " + failure));
 * }</pre>
 *
 * <p>A {@link NimbleException} is the failure of one server and leaves the others alone. Anything else that is thrown, such
 * as by a filter or by a client that was closed, ends the whole operation and is thrown on as it is. Blocking methods
 * throw {@link NimbleInterruptedException} when their thread is interrupted, and cancel their calls. The future of an
 * {@code Async} method never fails with a {@code NimbleException}; its {@code cancel(true)} cancels the calls under way,
 * and no others are made. Functions run in the caller's thread for the servers that are called first, for the others in the
 * thread in which a call before them ended, as a rule one of a client; filters run in threads of the clients. Both may run
 * for several servers at a time.
 *
 * <p>The clients stay yours: close them when nothing uses the fleet any more. Thread-safe.
 */
public final class NimbleFleet {
    private final Map<String, NimbleClient> clients;
    private final int parallel;

    private NimbleFleet(Map<String, NimbleClient> clients, int parallel) {
        this.clients = Collections.unmodifiableMap(clients);
        this.parallel = parallel;
    }

    /**
     * A builder for a fleet.
     *
     * @return a builder without servers
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A fleet with default settings.
     *
     * @param clients a client for each server, by the name that the server shall have
     * @return the fleet
     * @throws IllegalArgumentException if a name is blank
     * @throws IllegalStateException if there are none
     */
    public static NimbleFleet of(Map<String, NimbleClient> clients) {
        Builder builder = new Builder();
        Objects.requireNonNull(clients, "clients").forEach(builder::server);
        return builder.build();
    }

    /**
     * The names of the servers.
     *
     * @return an immutable set, in the order in which they were given
     */
    public Set<String> servers() {
        return clients.keySet();
    }

    /**
     * The client of one server.
     *
     * @param server the name of the server
     * @return its client
     * @throws IllegalArgumentException if there is no such server
     */
    public NimbleClient client(String server) {
        NimbleClient client = clients.get(Objects.requireNonNull(server, "server"));
        if (client == null) {
            throw new IllegalArgumentException("server is " + server + ": give one of " + servers());
        }
        return client;
    }

    /**
     * A part of this fleet, with the same clients.
     *
     * @param servers the names of the servers; may be empty
     * @return a fleet of them, in the order of this one
     * @throws IllegalArgumentException if there is no such server
     */
    public NimbleFleet only(Collection<String> servers) {
        Objects.requireNonNull(servers, "servers").forEach(this::client);
        Map<String, NimbleClient> some = new LinkedHashMap<>(clients);
        some.keySet().retainAll(Set.copyOf(servers));
        return new NimbleFleet(some, parallel);
    }

    /**
     * Any operation, on all servers.
     *
     * <pre>{@code
     * FleetResult<ServerStatus> status = fleet.call(client -> client.server().statusAsync());
     * }</pre>
     *
     * @param operation begins the operation on a client; what it returns is cancelled when the whole is
     * @param <T> what a server answers
     * @return what each server answered
     */
    public <T extends @Nullable Object> FleetResult<T> call(Function<NimbleClient, CompletableFuture<T>> operation) {
        return await(callAsync(operation));
    }

    /**
     * {@link #call(Function)} without blocking.
     *
     * @param operation begins the operation on a client; what it returns is cancelled when the whole is
     * @param <T> what a server answers
     * @return what each server answered, to come
     */
    public <T extends @Nullable Object> CompletableFuture<FleetResult<T>> callAsync(
            Function<NimbleClient, CompletableFuture<T>> operation) {
        Objects.requireNonNull(operation, "operation");
        return callAsync((server, client) -> operation.apply(client));
    }

    /**
     * Any operation, on all servers, that differs between them.
     *
     * @param operation begins the operation on a server, given by its name and client
     * @param <T> what a server answers
     * @return what each server answered
     */
    public <T extends @Nullable Object> FleetResult<T> call(
            BiFunction<String, NimbleClient, CompletableFuture<T>> operation) {
        return await(callAsync(operation));
    }

    /**
     * {@link #call(BiFunction)} without blocking.
     *
     * @param operation begins the operation on a server, given by its name and client
     * @param <T> what a server answers
     * @return what each server answered, to come
     */
    public <T extends @Nullable Object> CompletableFuture<FleetResult<T>> callAsync(
            BiFunction<String, NimbleClient, CompletableFuture<T>> operation) {
        return FleetCall.start(clients, parallel, Objects.requireNonNull(operation, "operation"), Function.identity());
    }

    /**
     * All sessions of all servers, see {@link Sessions#list()}.
     *
     * @return the sessions
     */
    public FleetSessions list() {
        return await(listAsync());
    }

    /**
     * {@link #list()} without blocking.
     *
     * @return the sessions to come
     */
    public CompletableFuture<FleetSessions> listAsync() {
        return listAsync(session -> true);
    }

    /**
     * The sessions that a filter accepts, see {@link Sessions#list(Predicate)}.
     *
     * @param filter see {@link SessionFilters}
     * @return the sessions
     */
    public FleetSessions list(Predicate<? super PlaybackSession> filter) {
        return await(listAsync(filter));
    }

    /**
     * {@link #list(Predicate)} without blocking.
     *
     * @param filter see {@link SessionFilters}
     * @return the sessions to come
     */
    public CompletableFuture<FleetSessions> listAsync(Predicate<? super PlaybackSession> filter) {
        Objects.requireNonNull(filter, "filter");
        return sessions((server, client) -> client.sessions().listAsync(filter));
    }

    /**
     * The sessions with an id. Each server counts for itself, so there may be one on every server.
     *
     * @param id the id
     * @return the sessions
     */
    public FleetSessions find(long id) {
        return await(findAsync(id));
    }

    /**
     * {@link #find(long)} without blocking.
     *
     * @param id the id
     * @return the sessions to come
     */
    public CompletableFuture<FleetSessions> findAsync(long id) {
        return listAsync(session -> session.id() == id);
    }

    /**
     * Ends sessions listed before, each on its server, see {@link Sessions#deleteAll(Collection)}. Servers with none of
     * them are not called.
     *
     * @param sessions the sessions to end; may be empty
     * @return the sessions that were ended
     * @throws IllegalArgumentException if one is on a server that is not in this fleet
     */
    public FleetSessions deleteAll(Collection<ServerSession> sessions) {
        return await(deleteAllAsync(sessions));
    }

    /**
     * {@link #deleteAll(Collection)} without blocking.
     *
     * @param sessions the sessions to end; may be empty
     * @return the sessions that were ended, to come
     * @throws IllegalArgumentException if one is on a server that is not in this fleet
     */
    public CompletableFuture<FleetSessions> deleteAllAsync(Collection<ServerSession> sessions) {
        Map<String, List<PlaybackSession>> byServer = Objects.requireNonNull(sessions, "sessions").stream()
                .collect(Collectors.groupingBy(
                        ServerSession::server,
                        Collectors.mapping(ServerSession::session, Collectors.toUnmodifiableList())));
        NimbleFleet concerned = only(byServer.keySet());
        return FleetCall.start(
                concerned.clients,
                parallel,
                (server, client) -> client.sessions().deleteAllAsync(byServer.getOrDefault(server, List.of())),
                done -> FleetSessions.of(done.map((server, nothing) -> byServer.getOrDefault(server, List.of()))));
    }

    /**
     * Lists, and ends the sessions that a filter accepts, see {@link Sessions#deleteIf(Predicate)}.
     *
     * @param filter see {@link SessionFilters}
     * @return the sessions that were ended
     */
    public FleetSessions deleteIf(Predicate<? super PlaybackSession> filter) {
        return await(deleteIfAsync(filter));
    }

    /**
     * {@link #deleteIf(Predicate)} without blocking.
     *
     * @param filter see {@link SessionFilters}
     * @return the sessions that were ended, to come
     */
    public CompletableFuture<FleetSessions> deleteIfAsync(Predicate<? super PlaybackSession> filter) {
        Objects.requireNonNull(filter, "filter");
        return sessions((server, client) -> client.sessions().deleteIfAsync(filter));
    }

    private CompletableFuture<FleetSessions> sessions(
            BiFunction<String, NimbleClient, CompletableFuture<List<PlaybackSession>>> operation) {
        return FleetCall.start(clients, parallel, operation, FleetSessions::of);
    }

    private static <R> R await(CompletableFuture<R> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            // It is about several calls, so none is named.
            throw new NimbleInterruptedException(
                    "the thread that waited for a fleet was interrupted, its calls are cancelled", "", "", e);
        } catch (ExecutionException e) {
            throw rethrown(e);
        }
    }

    private static RuntimeException rethrown(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error) {
            throw (Error) cause;
        }
        return cause instanceof RuntimeException
                ? (RuntimeException) cause
                : new IllegalStateException("an operation on a fleet failed", cause);
    }

    @Override
    public String toString() {
        return "NimbleFleet" + servers();
    }

    /** Makes a {@link NimbleFleet}. Not thread-safe. */
    public static final class Builder {
        private final Map<String, NimbleClient> clients = new LinkedHashMap<>();
        private int parallel = 64;

        private Builder() {}

        /**
         * Adds a server.
         *
         * @param name what to call it
         * @param client its client
         * @return this
         * @throws IllegalArgumentException if the name is blank or taken
         */
        public Builder server(String name, NimbleClient client) {
            if (Objects.requireNonNull(name, "name").isBlank()) {
                throw new IllegalArgumentException("name is blank: give one, such as edge-1");
            }
            if (clients.putIfAbsent(name, Objects.requireNonNull(client, "client")) != null) {
                throw new IllegalArgumentException("name is " + name + " a second time: give each server its own");
            }
            return this;
        }

        /**
         * How many servers each operation calls at a time. Default 64.
         *
         * @param parallel 1 or more
         * @return this
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder parallel(int parallel) {
            if (parallel < 1) {
                throw new IllegalArgumentException("parallel is " + parallel + ": give 1 or more");
            }
            this.parallel = parallel;
            return this;
        }

        /**
         * Makes the fleet.
         *
         * @return a new fleet
         * @throws IllegalStateException if it has no server
         */
        public NimbleFleet build() {
            if (clients.isEmpty()) {
                throw new IllegalStateException("the fleet has no server: give one or more");
            }
            return new NimbleFleet(new LinkedHashMap<>(clients), parallel);
        }
    }
}
