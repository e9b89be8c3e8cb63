package io.github.nimbleapi.control.handler;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** Code of users, which may do anything. */
final class UserCode {
    private UserCode() {}

    /** A plain function as one that answers later. */
    static <Q, A> Function<Q, CompletionStage<A>> later(Function<? super Q, ? extends A> code, String name) {
        Objects.requireNonNull(code, name);
        return question -> CompletableFuture.completedFuture(code.apply(question));
    }

    /** Asks it. Whatever it throws, and null, is the failure of the future. */
    static <Q, A> CompletableFuture<A> ask(Function<Q, ? extends CompletionStage<? extends A>> code, Q question) {
        CompletableFuture<A> answer = new CompletableFuture<>();
        try {
            code.apply(question).whenComplete((said, failure) -> {
                if (failure != null) {
                    answer.completeExceptionally(unwrapped(failure));
                } else if (said == null) {
                    answer.completeExceptionally(new NullPointerException("the answer is null: give one"));
                } else {
                    answer.complete(said);
                }
            });
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
        return answer;
    }

    static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wraps && cause != null ? cause : failure;
    }
}
