package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.NimbleHandler;
import picocli.CommandLine.Option;

/** Where a handler listens for Nimble. */
final class HandlerOptions {
    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description =
                    "The address to listen on; 127.0.0.1 if not said, which only a Nimble on this machine reaches.")
    private String host = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on; any free one if not said.")
    private int port;

    HandlerServer start(String path, NimbleHandler handler) {
        try {
            return HandlerServer.builder()
                    .host(host)
                    .port(port)
                    .handle(path, handler)
                    .start();
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
