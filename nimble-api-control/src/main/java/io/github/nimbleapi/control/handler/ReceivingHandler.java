package io.github.nimbleapi.control.handler;

import static java.lang.System.Logger.Level.ERROR;

import io.github.nimbleapi.control.internal.Failures;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** What all handlers do alike: the limit of the body, replies to failures, telling the listener, waiting. */
abstract class ReceivingHandler implements NimbleHandler {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");
    private static final Aside LATE = new Aside(ExchangeThreads.named("nimble-api-handler-late"));

    /** Unlike a TimeoutException that the user's own code throws. */
    private static final class LateAnswer extends TimeoutException {
        private static final long serialVersionUID = 1L;
    }

    private final String handler;
    private final int maxBodyBytes;
    private final HandlerListener listener;
    private final Duration answerWithin;

    ReceivingHandler(String handler, HandlerBuilder<?> from) {
        this.handler = handler;
        this.listener = from.listener;
        this.maxBodyBytes = from.maxBodyBytes;
        this.answerWithin = from.answerWithin;
    }

    /** What a handler does with a body that is not too long. */
    abstract CompletableFuture<HandlerReply> answer(byte[] body) throws Refusal;

    @Override
    public int maxBodyBytes() {
        return maxBodyBytes;
    }

    @Override
    public CompletableFuture<HandlerReply> handleAsync(byte[] body) {
        Objects.requireNonNull(body, "body");
        try {
            if (body.length > maxBodyBytes) {
                throw Refusal.unreadable("the body is longer than " + maxBodyBytes + " bytes");
            }
            return answer(body).exceptionally(this::failed);
        } catch (Refusal e) {
            tell(e.kind, e.kind.status, String.valueOf(e.getMessage()), null);
            return CompletableFuture.completedFuture(HandlerReply.bare(e.kind.status));
        } catch (Throwable e) {
            return CompletableFuture.completedFuture(failed(e));
        }
    }

    /** For one body. */
    Entries entries() {
        return new Entries(maxBodyBytes);
    }

    /** The answer, or the failure that it took too long. */
    <T> CompletableFuture<T> inTime(CompletableFuture<T> answer) {
        if (answer.isDone()) {
            return answer;
        }
        CompletableFuture<T> inTime = new CompletableFuture<>();
        answer.copy().orTimeout(answerWithin.toNanos(), TimeUnit.NANOSECONDS).whenComplete((said, failure) -> {
            if (failure == null) {
                inTime.complete(said);
            } else if (failure instanceof TimeoutException) {
                // Of this very future: what the user's has failed with comes wrapped.
                LATE.run(() -> inTime.completeExceptionally(new LateAnswer()));
            } else {
                inTime.completeExceptionally(failure);
            }
        });
        return inTime;
    }

    @Override
    public HandlerReply handle(byte[] body) {
        try {
            return handleAsync(body).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        } catch (ExecutionException e) {
            return failed(e);
        }
    }

    private HandlerReply failed(Throwable failure) {
        tellFailed(failure, HandlerFailure.Kind.FAILED.status);
        return HandlerReply.bare(HandlerFailure.Kind.FAILED.status);
    }

    /** Tells of a failure for which a handler has an answer of its own. */
    void tellFailed(Throwable failure, int status) {
        Throwable cause = Failures.unwrapped(failure);
        boolean late = cause instanceof LateAnswer;
        String text = late ? "there was no answer in time (" + answerWithin + ")" : "there was no answer but an error";
        tell(HandlerFailure.Kind.FAILED, status, text, cause);
    }

    private void tell(HandlerFailure.Kind kind, int status, String text, @Nullable Throwable cause) {
        try {
            listener.onFailure(HandlerFailure.of(handler, kind, status, text, cause));
        } catch (Throwable e) {
            LOGGER.log(ERROR, "a HandlerListener failed", e);
        }
    }
}
