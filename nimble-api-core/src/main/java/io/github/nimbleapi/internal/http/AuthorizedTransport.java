package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.signing.ManagementSigner;
import java.util.concurrent.CompletableFuture;

/** Signs each attempt anew. */
public final class AuthorizedTransport implements Transport {
    private final Transport next;
    private final ManagementSigner signer;

    public AuthorizedTransport(Transport next, ManagementSigner signer) {
        this.next = next;
        this.signer = signer;
    }

    @Override
    public <T> CompletableFuture<T> send(Exchange<T> exchange) {
        return next.send(exchange.with(exchange.request.signed(signer.sign())));
    }
}
