package io.github.nimbleapi.internal.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What is under way in a client, so that closing the client can end it. */
public final class OpenCalls {
    private final Set<Runnable> endings = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /** Says how to end something that begins now. The returned handle is to be run when it is over. */
    public Runnable add(Runnable ending) {
        endings.add(ending);
        if (closed) {
            endings.remove(ending);
            throw new IllegalStateException("this NimbleClient is closed: make a new one");
        }
        return () -> endings.remove(ending);
    }

    public void close() {
        closed = true;
        endings.forEach(Runnable::run);
    }
}
