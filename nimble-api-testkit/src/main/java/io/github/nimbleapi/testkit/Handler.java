package io.github.nimbleapi.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A handler of the user's, as one family of settings knows it. Thread-safe. */
final class Handler {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final Handlers all;
    private volatile @Nullable URI url;
    private volatile String token = "";
    private volatile Duration timeout = Duration.ofSeconds(5);

    Handler(Handlers all) {
        this.all = all;
    }

    /** Nothing is signed. */
    void at(URI handler) {
        set(handler, "");
    }

    void at(URI handler, String token) {
        set(handler, requireText("token", token));
    }

    private void set(URI handler, String token) {
        URI checked = requireUrl(handler);
        this.token = token;
        this.url = checked;
    }

    void timeout(Duration timeout) {
        if (Objects.requireNonNull(timeout, "timeout").isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("timeout is " + timeout + ": give more than zero");
        }
        this.timeout = timeout;
    }

    boolean isSet() {
        return url != null;
    }

    String token() {
        return token;
    }

    HandlerCall post(String body, Function<HandlerCall, String> problemOf) {
        URI to = url;
        if (to == null) {
            throw new IllegalStateException("no handler is set: call handler(URI) first");
        }
        return all.call(to, body, timeout, problemOf);
    }

    static String requireText(String name, String secret) {
        if (Objects.requireNonNull(secret, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: give one, or leave it out");
        }
        return secret;
    }

    static URI requireUrl(URI handler) {
        Objects.requireNonNull(handler, "handler");
        String scheme = Objects.requireNonNullElse(handler.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)
                || handler.getHost() == null
                || handler.getRawUserInfo() != null
                || handler.getPort() == 0
                || handler.getPort() > 65_535) {
            throw new IllegalArgumentException("handler is " + HandlerCall.shown(handler)
                    + ": give an http or https URL with a host and without a user name");
        }
        return handler;
    }
}
