package io.github.nimbleapi.testkit;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections of the file of settings that name handlers, and what links are signed with. */
final class HandlerSections {
    private static final String URL = "url";
    private static final String TOKEN = "token";

    private final FakeNimbleOptions options;

    HandlerSections(FakeNimbleOptions options) {
        this.options = options;
    }

    /** A reader for each section. */
    Map<String, Consumer<Setting>> readers() {
        return Map.of(
                "payPerView", this::payPerView,
                "playbackAuthorization", this::playbackAuthorization,
                "publishControl", this::publishControl,
                "publishNotifications", this::publishNotifications,
                "wmsAuth", this::wmsAuth);
    }

    private void payPerView(Setting section) {
        Map<String, Setting> found = found(section, URL, TOKEN, "every");
        URI url = section.required(found, URL).url();
        Optional<String> token = secret(found, TOKEN);
        Duration every = optional(found, "every").map(Setting::seconds).orElse(Duration.ZERO);
        options.prepare(fake -> {
            token.ifPresentOrElse(
                    known -> fake.payPerView().handler(url, known),
                    () -> fake.payPerView().handler(url));
            fake.payPerView().every(every);
        });
    }

    private void playbackAuthorization(Setting section) {
        Map<String, Setting> found = found(section, URL, "apps", "allowByDefault");
        URI url = section.required(found, URL).url();
        String[] apps = optional(found, "apps").map(HandlerSections::texts).orElse(new String[0]);
        boolean allowed = optional(found, "allowByDefault").map(Setting::flag).orElse(true);
        options.prepare(fake -> {
            fake.playbackAuthorization().handler(url);
            fake.playbackAuthorization().apps(apps);
            fake.playbackAuthorization().allowByDefault(allowed);
        });
    }

    private void publishControl(Setting section) {
        Map<String, Setting> found = found(section, URL, "password");
        Optional<URI> url = optional(found, URL).map(Setting::url);
        Optional<String> password = secret(found, "password");
        options.prepare(fake -> {
            url.ifPresent(fake.publishControl()::handler);
            password.ifPresent(fake.publishControl()::password);
        });
    }

    private void publishNotifications(Setting section) {
        Map<String, Setting> found = found(section, URL, TOKEN);
        URI url = section.required(found, URL).url();
        Optional<String> token = secret(found, TOKEN);
        options.prepare(fake -> token.ifPresentOrElse(
                known -> fake.publishNotifications().handler(url, known),
                () -> fake.publishNotifications().handler(url)));
    }

    private void wmsAuth(Setting section) {
        Map<String, Setting> found = found(section, "key", "apps", "tolerance");
        Optional<String> key = secret(found, "key");
        Map<String, String> keys = new HashMap<>();
        optional(found, "apps").ifPresent(apps -> apps.object().forEach((app, one) -> keys.put(app, one.secret())));
        Optional<Duration> tolerance = optional(found, "tolerance").map(Setting::seconds);
        options.prepare(fake -> {
            key.ifPresent(fake.wmsAuth()::key);
            keys.forEach(fake.wmsAuth()::key);
            tolerance.ifPresent(fake.wmsAuth()::tolerance);
        });
    }

    private static Map<String, Setting> found(Setting section, String... names) {
        Map<String, Setting> found = new HashMap<>();
        section.members(Stream.of(names).collect(Collectors.toMap(name -> name, name -> one -> found.put(name, one))));
        return found;
    }

    private static Optional<Setting> optional(Map<String, Setting> found, String name) {
        return Optional.ofNullable(found.get(name));
    }

    private static Optional<String> secret(Map<String, Setting> found, String name) {
        return optional(found, name).map(Setting::secret);
    }

    private static String[] texts(Setting list) {
        return list.elements().stream().map(Setting::text).toArray(String[]::new);
    }
}
