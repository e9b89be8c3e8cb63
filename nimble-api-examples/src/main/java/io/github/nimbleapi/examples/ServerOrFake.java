package io.github.nimbleapi.examples;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.testkit.FakeNimble;
import org.jspecify.annotations.Nullable;

/** The server that a program runs on: one of the user's, or a fake with invented content where none is named. */
final class ServerOrFake implements AutoCloseable {
    private final NimbleClient nimble;
    private final @Nullable InventedServer invented;

    private ServerOrFake(NimbleClient nimble, @Nullable InventedServer invented) {
        this.nimble = nimble;
        this.invented = invented;
    }

    static ServerOrFake of(NimbleClient nimble) {
        return new ServerOrFake(nimble, null);
    }

    static ServerOrFake invented(Terminal terminal) {
        FakeNimble fake = FakeNimble.start();
        terminal.out.println("NIMBLE_URL is not set, so this is a fake Nimble Streamer with invented content.");
        terminal.out.println();
        return new ServerOrFake(fake.newClient(), new InventedServer(fake));
    }

    NimbleClient nimble() {
        return nimble;
    }

    boolean isFake() {
        return invented != null;
    }

    /** Time goes by on a fake; a server of the user's does as it likes. */
    void moveOn() {
        if (invented != null) {
            invented.moveOn();
        }
    }

    @Override
    public void close() {
        nimble.close();
        if (invented != null) {
            invented.close();
        }
    }
}
