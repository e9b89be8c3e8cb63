package io.github.nimbleapi.testkit.contract;

import io.github.nimbleapi.NimbleClient;
import org.junit.jupiter.api.AfterEach;

/** What is true of a server, seen through a client of its own. */
abstract class Contract {
    final TestServer server;
    final NimbleClient nimble;

    Contract(TestServer.Starter starter) {
        server = starter.start(null);
        nimble = NimbleClient.create(server.url());
    }

    Contract(TestServer.Starter starter, String token) {
        server = starter.start(token);
        nimble = NimbleClient.builder(server.url()).managementToken(token).build();
    }

    @AfterEach
    void close() {
        nimble.close();
        server.close();
    }
}
