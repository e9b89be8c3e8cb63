package io.github.nimbleapi.internal.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Has the server's name looked up in a thread that may wait, before the JDK does so in the one that dials: no time limit
 * and no interrupt ends a look-up. The JDK then finds the address in its cache.
 */
final class NameLookup {
    /** Less than the JDK keeps an address, which is 30 s unless this property says otherwise. */
    private static final long FRESH_NANOS =
            "0".equals(Security.getProperty("networkaddress.cache.ttl")) ? 0 : TimeUnit.SECONDS.toNanos(10);

    private final @Nullable Lookup lookup;
    private final Executor threads;
    private volatile long freshUntil = System.nanoTime();

    @FunctionalInterface
    interface Lookup {
        void run() throws UnknownHostException;
    }

    /** Without a look-up where the host is an address. */
    static NameLookup of(BaseUrl server, Executor threads) {
        return new NameLookup(server.isAddress() ? null : () -> InetAddress.getByName(server.host()), threads);
    }

    NameLookup(@Nullable Lookup lookup, Executor threads) {
        this.lookup = lookup;
        this.threads = threads;
    }

    /** Dials at once where the JDK knows the address, else later, in another thread. */
    void before(Runnable dial) {
        Lookup name = lookup;
        if (name == null || freshUntil - System.nanoTime() > 0) {
            dial.run();
        } else {
            threads.execute(() -> {
                look(name);
                dial.run();
            });
        }
    }

    private void look(Lookup name) {
        try {
            name.run();
            freshUntil = System.nanoTime() + FRESH_NANOS;
        } catch (UnknownHostException e) {
            // The JDK will say so, too.
        }
    }
}
