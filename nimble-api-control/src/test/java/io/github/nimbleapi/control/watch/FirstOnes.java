package io.github.nimbleapi.control.watch;

import java.util.concurrent.Flow;

/** Cancels after so many elements, and tells its subscriber that there are no more. */
final class FirstOnes<T> implements Flow.Subscriber<T> {
    private final Flow.Subscriber<? super T> subscriber;
    private long left;
    private Flow.Subscription subscription = new Flow.Subscription() {
        @Override
        public void request(long n) {}

        @Override
        public void cancel() {}
    };

    private FirstOnes(long count, Flow.Subscriber<? super T> subscriber) {
        this.left = count;
        this.subscriber = subscriber;
    }

    static <T> Flow.Publisher<T> of(long count, Flow.Publisher<T> source) {
        return subscriber -> source.subscribe(subscriber == null ? subscriber : new FirstOnes<>(count, subscriber));
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        subscriber.onSubscribe(subscription);
        completeAfterLast();
    }

    @Override
    public void onNext(T item) {
        subscriber.onNext(item);
        left--;
        completeAfterLast();
    }

    private void completeAfterLast() {
        if (left == 0) {
            subscription.cancel();
            subscriber.onComplete();
        }
    }

    @Override
    public void onError(Throwable throwable) {
        subscriber.onError(throwable);
    }

    @Override
    public void onComplete() {
        throw new AssertionError("a watch has no end of its own");
    }
}
