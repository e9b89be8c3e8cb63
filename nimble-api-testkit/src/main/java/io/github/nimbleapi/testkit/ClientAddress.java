package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Connection;
import io.github.nimbleapi.testkit.internal.WireRequest;

/** Where a player comes from: its own address, or behind a proxy the one that the proxy tells. */
final class ClientAddress {
    private final boolean cdnOrigin;

    ClientAddress(boolean cdnOrigin) {
        this.cdnOrigin = cdnOrigin;
    }

    String of(WireRequest request, Connection connection) {
        return cdnOrigin
                ? request.header("x-forwarded-for")
                        .map(addresses -> addresses.split(",", 2)[0].strip())
                        .orElse(connection.peer())
                : connection.peer();
    }
}
