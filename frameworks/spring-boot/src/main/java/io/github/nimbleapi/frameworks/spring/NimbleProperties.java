package io.github.nimbleapi.frameworks.spring;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What stands under {@code nimble} in {@code application.yaml}.
 *
 * @param url the management address
 * @param managementToken {@code management_token} of {@code nimble.conf}, or empty
 * @param pushToken the token of the push API in WMSPanel, which signs pay-per-view reports
 * @param connectTimeout the time to establish a connection
 * @param callTimeout the time of a whole call
 */
@ConfigurationProperties("nimble")
public record NimbleProperties(
        String url,
        @DefaultValue("") String managementToken,
        String pushToken,
        @DefaultValue("2s") Duration connectTimeout,
        @DefaultValue("10s") Duration callTimeout) {

    /** The text of a record has all members, and these tokens are secrets. */
    @Override
    public String toString() {
        return "NimbleProperties[" + url + "]";
    }
}
