package io.github.nimbleapi.control.watch;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A subscriber that asks when it is told to. */
final class Taker implements Flow.Subscriber<SessionEvent> {
    final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    final CompletableFuture<Throwable> error = new CompletableFuture<>();
    final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final BlockingQueue<SessionEvent> events = new LinkedBlockingQueue<>();
    private final Consumer<Taker> onNext;

    Taker() {
        this(taker -> {});
    }

    /** One that does something more at each event. */
    Taker(Consumer<Taker> onNext) {
        this.onNext = onNext;
    }

    static Taker of(Flow.Publisher<SessionEvent> publisher) {
        Taker taker = new Taker();
        publisher.subscribe(taker);
        return taker;
    }

    Taker request(long n) {
        subscription.join().request(n);
        return this;
    }

    void cancel() {
        subscription.join().cancel();
    }

    SessionEvent next() throws InterruptedException {
        return events.take();
    }

    /** What comes though nothing should. */
    @Nullable
    SessionEvent surprise() throws InterruptedException {
        return events.poll(100, TimeUnit.MILLISECONDS);
    }

    boolean hasFailed() {
        return error.isDone();
    }

    /** Returns when the watch has ended. */
    void awaitEnd() throws InterruptedException {
        thread.join().join();
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        thread.complete(Thread.currentThread());
        this.subscription.complete(subscription);
    }

    @Override
    public void onNext(SessionEvent item) {
        events.add(item);
        onNext.accept(this);
    }

    @Override
    public void onError(Throwable throwable) {
        error.complete(throwable);
    }

    @Override
    public void onComplete() {
        error.complete(new AssertionError("a watch has no end of its own"));
    }
}
