package io.github.nimbleapi.internal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;

/** The JDK's side of a body: counts what is asked for. */
final class HandDrivenBody implements Flow.Subscription {
    long requested;
    volatile boolean cancelled;

    @Override
    public void request(long n) {
        requested += n;
    }

    @Override
    public void cancel() {
        cancelled = true;
    }

    static List<ByteBuffer> bytes(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(UTF_8)));
    }
}
