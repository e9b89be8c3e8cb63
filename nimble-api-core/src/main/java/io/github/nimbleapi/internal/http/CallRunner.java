package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.CallOptions;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs a call of the user, which may take several exchanges, and either blocks for it or hands out its future. */
public final class CallRunner {
    private final Transport transport;
    private final Timer timer;
    private final CallOptions options;
    private final Executor threads;
    private final OpenCalls openCalls;

    public CallRunner(Transport transport, Timer timer, CallOptions options, Executor threads, OpenCalls openCalls) {
        this.transport = transport;
        this.timer = timer;
        this.options = options;
        this.threads = threads;
        this.openCalls = openCalls;
    }

    public CallOptions options() {
        return options;
    }

    public CallRunner with(CallOptions changed) {
        return new CallRunner(transport, timer, changed, threads, openCalls);
    }

    /** Runs a call in this thread. */
    public <T> T block(Operation<T> work) {
        CallerThread caller = new CallerThread();
        Call call = new Call(caller);
        CompletableFuture<T> outcome = start(call, work);
        try {
            return caller.await(outcome);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.cancel(true);
            throw call.interrupted(e);
        }
    }

    /** Runs a call in the client's threads. */
    public <T> CompletableFuture<T> start(Operation<T> work) {
        return start(new Call(threads), work);
    }

    private <T> CompletableFuture<T> start(Call call, Operation<T> work) {
        LinkedFuture<T> outcome = new LinkedFuture<>();
        Runnable over = openCalls.add(() -> outcome.cancel(true));
        outcome.whenComplete((value, failure) -> over.run());
        outcome.fedBy(call::giveUp);
        work.run(call).whenComplete(outcome::settle);
        return outcome;
    }

    /** A call under way. All its exchanges share one deadline. */
    public final class Call {
        private final Exchange.Context context;
        private volatile Runnable giveUpCurrent = () -> {};
        private volatile boolean givenUp;
        private volatile Request current = Request.of("", "");

        private Call(Executor executor) {
            long deadline = timer.nanoTime() + TimeUnit.NANOSECONDS.convert(options.callTimeout());
            this.context = new Exchange.Context(options, executor, deadline);
        }

        public <T> CompletableFuture<T> send(Request request, ReplyReader<T> reader) {
            current = request;
            CompletableFuture<T> sent = givenUp
                    ? CompletableFuture.failedFuture(new CancellationException())
                    : transport.send(new Exchange<>(request, reader, context));
            endsBy(() -> sent.cancel(true));
            return sent;
        }

        /** Works with what an exchange has opened, in the call's own thread. Giving up the call closes it. */
        public <R extends Opened, T> CompletableFuture<T> using(R opened, Function<R, T> work) {
            endsBy(opened::close);
            return CompletableFuture.supplyAsync(() -> work.apply(opened), context.executor);
        }

        // This looks at the end after it said how, giveUp the other way round: one of the two sees the other.
        private void endsBy(Runnable howToGiveUp) {
            giveUpCurrent = howToGiveUp;
            if (givenUp) {
                howToGiveUp.run();
            }
        }

        private void giveUp() {
            givenUp = true;
            giveUpCurrent.run();
        }

        private RuntimeException interrupted(InterruptedException cause) {
            return Failures.interrupted(current, cause);
        }
    }
}
