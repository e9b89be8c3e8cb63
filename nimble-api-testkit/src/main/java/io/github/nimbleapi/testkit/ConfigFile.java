package io.github.nimbleapi.testkit;

import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.internal.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The file of settings that the runnable jar reads. */
final class ConfigFile {
    static final int MOST_SESSIONS = 100_000_000;

    private ConfigFile() {}

    static void read(String file, FakeNimbleOptions options) {
        Setting.file(file, json(file)).members(settings(options));
    }

    /** A reader for each key. */
    private static Map<String, Consumer<Setting>> settings(FakeNimbleOptions options) {
        Map<String, Consumer<Setting>> readers = new HashMap<>(new HandlerSections(options).readers());
        readers.put("port", setting -> options.port(setting.port()));
        readers.put("mediaPort", setting -> options.mediaPort(setting.port()));
        readers.put("host", setting -> options.host(setting.text()));
        readers.put("token", setting -> options.token(setting.secret()));
        readers.put("sessionTimeout", setting -> options.sessionTimeout(setting.seconds()));
        readers.put("sessions", setting -> readSessions(setting, options));
        readers.put(
                "streams",
                setting -> options.streams(
                        setting.elements().stream().map(Setting::streamName).collect(Collectors.toList())));
        return readers;
    }

    private static void readSessions(Setting sessions, FakeNimbleOptions options) {
        if (sessions.isList()) {
            options.sessions(
                    sessions.elements().stream().map(ConfigFile::session).collect(Collectors.toList()));
        } else {
            options.sessions((int) sessions.number(0, MOST_SESSIONS));
        }
    }

    private static Consumer<FakeSession.Settings> session(Setting object) {
        Consumer<FakeSession.Settings> read = session -> object.members(members(session));
        // Whatever is wrong is to be found now, not when the fake has started.
        read.accept(new FakeSession.Settings(Instant.EPOCH));
        return read;
    }

    private static Map<String, Consumer<Setting>> members(FakeSession.Settings session) {
        return Map.of(
                "app", member -> session.app(member.text()),
                "stream", member -> session.stream(member.text()),
                "type", member -> session.type(SessionType.of(member.text())),
                "client_ip", member -> session.clientIp(member.text()),
                "user_agent", member -> session.userAgent(member.text()),
                "ppv_id", member -> session.viewerId(member.text()),
                "bytes_sent", member -> session.bytesSent(member.number(0, Long.MAX_VALUE)));
    }

    private static @Nullable Object json(String file) {
        try {
            return JsonReader.read(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " can't be read (" + e.getClass().getSimpleName() + "): give a file of JSON in UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    file + ": " + e.getMessage() + ": give an object such as {\"port\": 8082}", e);
        }
    }
}
