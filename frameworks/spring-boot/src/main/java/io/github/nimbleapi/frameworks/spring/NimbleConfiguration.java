package io.github.nimbleapi.frameworks.spring;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.guard.Blocklist;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.PlaybackAuthorizationHandler;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client, the blocklist and the handlers. Spring closes what can be closed together with the context. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NimbleProperties.class)
class NimbleConfiguration {
    @Bean
    NimbleClient nimble(NimbleProperties properties, MeterRegistry meters) {
        NimbleClient.Builder builder = NimbleClient.builder(properties.url())
                .httpClient(MeteredHttpClient.create(properties.connectTimeout(), meters))
                .callTimeout(properties.callTimeout());
        if (!properties.managementToken().isEmpty()) {
            builder.managementToken(properties.managementToken());
        }
        return builder.build();
    }

    @Bean
    Blocklist blocklist() {
        return Blocklist.create();
    }

    @Bean
    PayPerViewHandler payPerView(NimbleProperties properties, Blocklist blocklist, Billing billing) {
        return PayPerViewHandler.builder()
                .token(properties.pushToken())
                .blocklist(blocklist)
                .onReport(billing::bill)
                .build();
    }

    @Bean
    PlaybackAuthorizationHandler playbackAuthorization(Blocklist blocklist) {
        return PlaybackAuthorizationHandler.builder().blocklist(blocklist).build();
    }
}
