package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server with a management token. */
abstract class AuthorizationContract {
    private static final String TOKEN = "s3cret-ü/+=&";

    private final TestServer server;

    AuthorizationContract(TestServer.Starter starter) {
        server = starter.start(TOKEN);
        server.addSession(1, "live", "one", "");
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theRightTokenOpensEveryOperation() {
        try (NimbleClient nimble =
                NimbleClient.builder(server.url()).managementToken(TOKEN).build()) {
            for (int i = 0; i < 50; i++) {
                assertThat(nimble.sessions().list()).hasSize(1);
            }
            assertThat(nimble.server().status().connections()).isEqualTo(1);
            assertThat(nimble.raw().get("/manage/server_status?a=b").statusCode())
                    .isEqualTo(200);
            nimble.sessions().delete(1);
            assertThat(server.running()).isEmpty();
        }
    }

    @Test
    void anotherTokenIsRefusedOnce() {
        try (NimbleClient nimble =
                NimbleClient.builder(server.url()).managementToken("other").build()) {
            assertThatThrownBy(() -> nimble.sessions().delete(1))
                    .isInstanceOf(NimbleAuthenticationException.class)
                    .hasMessageContaining("management_token");
            assertThat(server.calls()).hasSize(1);
            assertThat(server.running()).containsExactly(1L);
        }
    }

    @Test
    void noTokenIsRefused() {
        try (NimbleClient nimble = NimbleClient.create(server.url())) {
            assertThatThrownBy(() -> nimble.sessions().list())
                    .isInstanceOf(NimbleAuthenticationException.class)
                    .hasMessageContaining("managementToken");
            assertThatThrownBy(() -> nimble.sessions().listAsync().join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(NimbleAuthenticationException.class);
        }
    }
}
