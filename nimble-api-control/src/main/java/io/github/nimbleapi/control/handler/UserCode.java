package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.control.internal.Failures;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
                    answer.completeExceptionally(Failures.unwrapped(failure));
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
}
