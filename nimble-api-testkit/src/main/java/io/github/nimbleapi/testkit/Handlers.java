package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.HandlerAnswer;
import io.github.nimbleapi.testkit.internal.HandlerPost;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** All that a fake asks the handlers of its user. Thread-safe. */
final class Handlers implements AutoCloseable {
    private final HandlerPost post = new HandlerPost();
    private final CallLog<HandlerCall> calls = new CallLog<>();

    /** Never fails; {@code problemOf} tells what is wrong with an answer, {@code ""} if nothing is. */
    HandlerCall call(URI url, String body, Duration timeout, Function<HandlerCall, String> problemOf) {
        HandlerCall call = sent(url, body, timeout);
        HandlerCall judged = call.status().isPresent() ? call.withProblem(problemOf.apply(call)) : call;
        calls.add(judged);
        return judged;
    }

    List<HandlerCall> calls() {
        return calls.all();
    }

    @Override
    public void close() {
        post.close();
    }

    private HandlerCall sent(URI url, String body, Duration timeout) {
        try {
            HandlerAnswer answer = post.post(url, body, timeout);
            return HandlerCall.answered(url, body, answer.status(), answer.bodyText());
        } catch (IOException e) {
            return HandlerCall.unanswered(url, body, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }
}
