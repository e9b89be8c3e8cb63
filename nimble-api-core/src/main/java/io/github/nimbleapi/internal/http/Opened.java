package io.github.nimbleapi.internal.http;

import java.io.Closeable;

/** What an exchange has opened and handed over: it holds the connection until it is closed. */
public interface Opened extends Closeable {
    @Override
    void close();
}
