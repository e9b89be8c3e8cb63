package io.github.nimbleapi.internal.http;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is sent and leaves every answer to the test. */
final class StubTransport implements Transport {
    final List<Exchange<?>> exchanges = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Object>> answers = new CopyOnWriteArrayList<>();

    @Override
    @SuppressWarnings("unchecked")
    public <T> CompletableFuture<T> send(Exchange<T> exchange) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        answers.add(answer);
        exchanges.add(exchange);
        return (CompletableFuture<T>) answer;
    }

    int sent() {
        return exchanges.size();
    }

    Exchange<?> last() {
        return exchanges.get(exchanges.size() - 1);
    }

    /** The future of what was sent last. */
    CompletableFuture<Object> answer() {
        return answers.get(answers.size() - 1);
    }

    void fail(Throwable failure) {
        answer().completeExceptionally(failure);
    }
}
