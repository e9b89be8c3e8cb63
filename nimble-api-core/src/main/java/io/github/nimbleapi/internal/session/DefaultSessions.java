package io.github.nimbleapi.internal.session;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.OpenCalls;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.Sessions;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Sessions over a {@link CallRunner}. */
public final class DefaultSessions implements Sessions {
    private static final Request LIST = Endpoint.SESSIONS.request();
    private static final Request DELETE = Endpoint.SESSIONS_DELETE.request();
    private static final int IDS_PER_REQUEST = 500;
    private static final Predicate<PlaybackSession> ALL = session -> true;

    private final CallRunner calls;
    private final OpenCalls openCalls;

    public DefaultSessions(CallRunner calls, OpenCalls openCalls) {
        this.calls = calls;
        this.openCalls = openCalls;
    }

    @Override
    public List<PlaybackSession> list() {
        return list(ALL);
    }

    @Override
    public CompletableFuture<List<PlaybackSession>> listAsync() {
        return listAsync(ALL);
    }

    @Override
    public List<PlaybackSession> list(Predicate<? super PlaybackSession> filter) {
        Objects.requireNonNull(filter, "filter");
        return calls.block(call -> fetch(call, filter));
    }

    @Override
    public CompletableFuture<List<PlaybackSession>> listAsync(Predicate<? super PlaybackSession> filter) {
        Objects.requireNonNull(filter, "filter");
        return calls.start(call -> fetch(call, filter));
    }

    @Override
    public Optional<PlaybackSession> find(long id) {
        return calls.block(call -> fetchOne(call, id));
    }

    @Override
    public CompletableFuture<Optional<PlaybackSession>> findAsync(long id) {
        return calls.start(call -> fetchOne(call, id));
    }

    @Override
    public Stream<PlaybackSession> stream() {
        return calls.block(call -> call.send(LIST, reply -> SessionCursor.open(reply, openCalls))).stream();
    }

    @Override
    public void delete(long... ids) {
        long[] copy = Objects.requireNonNull(ids, "ids").clone();
        if (copy.length > 0) {
            calls.block(call -> end(call, copy));
        }
    }

    @Override
    public CompletableFuture<Void> deleteAsync(long... ids) {
        long[] copy = Objects.requireNonNull(ids, "ids").clone();
        return copy.length == 0 ? CompletableFuture.completedFuture(null) : calls.start(call -> end(call, copy));
    }

    @Override
    public void deleteAll(Collection<PlaybackSession> sessions) {
        delete(ids(sessions));
    }

    @Override
    public CompletableFuture<Void> deleteAllAsync(Collection<PlaybackSession> sessions) {
        return deleteAsync(ids(sessions));
    }

    @Override
    public List<PlaybackSession> deleteIf(Predicate<? super PlaybackSession> filter) {
        Objects.requireNonNull(filter, "filter");
        return calls.block(call -> fetchAndEnd(call, filter));
    }

    @Override
    public CompletableFuture<List<PlaybackSession>> deleteIfAsync(Predicate<? super PlaybackSession> filter) {
        Objects.requireNonNull(filter, "filter");
        return calls.start(call -> fetchAndEnd(call, filter));
    }

    private static CompletableFuture<List<PlaybackSession>> fetch(
            CallRunner.Call call, Predicate<? super PlaybackSession> filter) {
        return call.send(LIST, reply -> read(reply, filter)).thenCompose(Filtered::outcome);
    }

    private static CompletableFuture<Optional<PlaybackSession>> fetchOne(CallRunner.Call call, long id) {
        return fetch(call, session -> session.id() == id)
                .thenApply(found -> found.stream().findFirst());
    }

    private static CompletableFuture<List<PlaybackSession>> fetchAndEnd(
            CallRunner.Call call, Predicate<? super PlaybackSession> filter) {
        return fetch(call, filter).thenCompose(found -> end(call, ids(found)).thenApply(done -> found));
    }

    private static CompletableFuture<Void> end(CallRunner.Call call, long[] ids) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (int from = 0; from < ids.length; from += IDS_PER_REQUEST) {
            long[] some = Arrays.copyOfRange(ids, from, Math.min(ids.length, from + IDS_PER_REQUEST));
            // An id that is already gone is as good as deleted.
            Operation<Void> deletion = Operation.of(DELETE.json(array(some)), Answer::acknowledgement)
                    .doneOrGone();
            done = done.thenCompose(before -> deletion.run(call));
        }
        return done;
    }

    private static Filtered read(Reply reply, Predicate<? super PlaybackSession> filter) throws IOException {
        Filtered filtered = new Filtered(filter);
        try (SessionDecoder sessions = SessionDecoder.open(reply, reply.body(), () -> {})) {
            for (PlaybackSession session = sessions.next(); session != null; session = sessions.next()) {
                if (!filtered.judge(session)) {
                    break;
                }
            }
        }
        return filtered;
    }

    private static long[] ids(Collection<PlaybackSession> sessions) {
        return Objects.requireNonNull(sessions, "sessions").stream()
                .mapToLong(session ->
                        Objects.requireNonNull(session, "sessions has null").id())
                .toArray();
    }

    private static String array(long[] ids) {
        return LongStream.of(ids).mapToObj(Long::toUnsignedString).collect(Collectors.joining(",", "[", "]"));
    }
}
