package io.github.nimbleapi.frameworks.spring;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import io.github.nimbleapi.server.ServerStatus;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** {@code nimble} in {@code /actuator/health}: up if the server tells its status soon enough. */
@Component
class NimbleHealthIndicator extends AbstractHealthIndicator {
    private final NimbleClient nimble;

    NimbleHealthIndicator(NimbleClient nimble) {
        this.nimble = nimble.withOptions(
                options -> options.callTimeout(Duration.ofSeconds(1)).retryPolicy(RetryPolicy.none()));
    }

    /** What is thrown here becomes the reason why it is down; it holds no token. */
    @Override
    protected void doHealthCheck(Health.Builder health) {
        ServerStatus status = nimble.server().status();
        health.up().withDetail("url", nimble.url()).withDetail("connections", status.connections());
    }
}
