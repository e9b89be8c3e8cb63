package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What a call of the user does: one exchange, or several one after the other. */
@FunctionalInterface
public interface Operation<T> {
    CompletableFuture<T> run(CallRunner.Call call);

    static <T> Operation<T> of(Request request, ReplyReader<T> reader) {
        return call -> call.send(request, reader);
    }

    /** Looks for something that the answer may lack, or of which the server may say that there is no such thing. */
    static <T> Operation<Optional<T>> search(Request request, ReplyReader<Optional<T>> reader) {
        return of(request, reader)
                .orElse(
                        NimbleNotFoundException.class,
                        missing -> call -> CompletableFuture.completedFuture(Optional.empty()));
    }

    static <T> Operation<T> failing(NimbleException failure) {
        return call -> CompletableFuture.failedFuture(failure);
    }

    /** Opens an answer that is read after its exchange is over, and works with it. */
    static <R extends Opened, T> Operation<T> opening(Request request, ReplyReader<R> reader, Function<R, T> work) {
        return call -> call.send(request, reader).thenCompose(opened -> call.using(opened, work));
    }

    /** Goes on with what was answered. */
    default <R> Operation<R> map(Function<T, R> change) {
        return call -> run(call).thenApply(change);
    }

    /** The same without a value. */
    default Operation<Void> done() {
        return call -> run(call).thenAccept(value -> {});
    }

    /** The same, and done too where the server says that there is no such thing. */
    default Operation<Void> doneOrGone() {
        return done().orElse(NimbleNotFoundException.class, gone -> call -> CompletableFuture.completedFuture(null));
    }

    /** Goes another way where this one fails with that exception. */
    default <E extends NimbleException> Operation<T> orElse(Class<E> type, Function<E, Operation<T>> other) {
        return call -> run(call)
                .handle((value, failure) -> {
                    if (failure == null) {
                        return CompletableFuture.completedFuture(value);
                    }
                    Throwable why = LinkedFuture.unwrapped(failure);
                    return type.isInstance(why)
                            ? other.apply(type.cast(why)).run(call)
                            : CompletableFuture.<T>failedFuture(why);
                })
                .thenCompose(outcome -> outcome);
    }
}
