package io.github.nimbleapi.examples;

import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.NimbleHandler;
import java.net.InetSocketAddress;
import picocli.CommandLine.Option;

/** Where a handler listens for Nimble. */
final class HandlerOptions {
    private static final String HERE = "127.0.0.1";

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description =
                    "The address to listen on; 127.0.0.1 if not said, which only a Nimble on this machine reaches.")
    private String host = HERE;

    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on; any free one if not said.")
    private int port;

    boolean isGiven() {
        return port != 0 || !host.equals(HERE);
    }

    /** Until Ctrl-C; then answers that are being given are given. */
    void serve(String what, String path, NimbleHandler handler, Terminal terminal) {
        try (CtrlC ctrlC = CtrlC.interruptsThisThread();
                HandlerServer server = start(path, handler)) {
            terminal.out.println("Waiting for " + what + " at " + address(server, path) + ". Stop with Ctrl-C.");
            ctrlC.await();
        }
    }

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

    /** Who listens everywhere has no address that Nimble could be given. */
    private String address(HandlerServer server, String path) {
        return new InetSocketAddress(host, 0).getAddress().isAnyLocalAddress()
                ? "port " + server.port() + " of each address of this machine, path " + path
                : server.uri(path).toString();
    }
}
