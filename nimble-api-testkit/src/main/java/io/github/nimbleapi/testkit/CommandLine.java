package io.github.nimbleapi.testkit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The arguments of the runnable jar: options with a value each, all of them known. Immutable. */
final class CommandLine {
    static final String HELP = String.join(
            System.lineSeparator(),
            "A fake Nimble Streamer for tests: its management API, and streams that play.",
            "",
            "Options:",
            "  --port N           port of the management API (default 8082; 0 for any that is free)",
            "  --media-port N     port that players come to (default 8081, or any that is free after --port 0)",
            "  --host NAME        address to listen on (default 127.0.0.1; 0.0.0.0 for all)",
            "  --token TEXT       require calls to be signed with this management_token",
            "  --sessions N       begin with N invented sessions (default 0)",
            "  --stream APP/NAME  begin with this live stream; may be repeated",
            "  --config FILE      read settings from a JSON file; what stands here counts more",
            "  --help             show this",
            "",
            "The file: {\"port\": 8082, \"mediaPort\": 8081, \"host\": \"127.0.0.1\", \"token\": \"...\",",
            "           \"sessionTimeout\": 30, \"streams\": [\"live/tv\"], \"sessions\": 1000}",
            "          or with sessions of your own, all members optional:",
            "          {\"sessions\": [{\"app\": \"live\", \"stream\": \"tv\", \"type\": \"HLS\", \"client_ip\": \"192.0.2.1\",",
            "            \"user_agent\": \"VLC\", \"ppv_id\": \"ann\", \"bytes_sent\": 1000}]}",
            "          and with your handlers, and what links are signed with:",
            "          {\"payPerView\": {\"url\": \"http://127.0.0.1:9000/ppv\", \"token\": \"...\", \"every\": 10},",
            "           \"playbackAuthorization\": {\"url\": \"...\", \"apps\": [\"live\"], \"allowByDefault\": true},",
            "           \"publishNotifications\": {\"url\": \"...\", \"token\": \"...\"},",
            "           \"publishControl\": {\"url\": \"...\", \"password\": \"...\"},",
            "           \"wmsAuth\": {\"key\": \"...\", \"apps\": {\"live\": \"...\"}, \"tolerance\": 90}}",
            "",
            "Exit codes: 2 for settings that can't be used, 1 if it can't listen, 143 or 130 after SIGTERM or Ctrl-C.",
            "",
            "Try it:  curl http://127.0.0.1:8082/manage/sessions",
            "         curl -d '[1]' http://127.0.0.1:8082/manage/sessions/delete");

    private static final List<String> OPTIONS =
            List.of("--port", "--media-port", "--host", "--token", "--sessions", "--stream", "--config");

    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private CommandLine() {}

    static CommandLine of(List<String> arguments) {
        CommandLine commandLine = new CommandLine();
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = known(rest.next());
            commandLine
                    .values
                    .computeIfAbsent(option, name -> new ArrayList<>())
                    .add(value(option, rest));
        }
        return commandLine;
    }

    Optional<String> file() {
        List<String> files = values.getOrDefault("--config", List.of());
        return files.isEmpty() ? Optional.empty() : Optional.of(files.get(files.size() - 1));
    }

    void applyTo(FakeNimbleOptions options) {
        each("--port", setting -> options.port(setting.port()));
        each("--media-port", setting -> options.mediaPort(setting.port()));
        each("--host", setting -> options.host(setting.text()));
        each("--token", setting -> options.token(setting.secret()));
        each("--sessions", setting -> options.sessions((int) setting.number(0, ConfigFile.MOST_SESSIONS)));
        if (values.containsKey("--stream")) {
            List<StreamName> streams = new ArrayList<>();
            each("--stream", setting -> streams.add(setting.streamName()));
            options.streams(streams);
        }
    }

    private void each(String option, Consumer<Setting> reader) {
        values.getOrDefault(option, List.of()).stream()
                .map(value -> Setting.option(option, isNumeric(option) ? number(value) : value))
                .collect(Collectors.toList())
                .forEach(reader);
    }

    private static boolean isNumeric(String option) {
        return List.of("--port", "--media-port", "--sessions").contains(option);
    }

    private static Object number(String value) {
        return value.matches("-?[0-9]{1,9}") ? new BigDecimal(value) : value;
    }

    private static String value(String option, Iterator<String> rest) {
        String value = rest.hasNext() ? rest.next() : "--";
        if (value.startsWith("--")) {
            throw new IllegalArgumentException(option + " needs a value, see --help");
        }
        return value;
    }

    /** Shows nothing that may be a token at the wrong place. */
    private static String known(String argument) {
        if (OPTIONS.contains(argument)) {
            return argument;
        }
        String name = argument.split("=", 2)[0];
        if (OPTIONS.contains(name)) {
            throw new IllegalArgumentException(name + "=... is not understood: give " + name + " and its value apart");
        }
        throw new IllegalArgumentException(
                name.startsWith("--")
                        ? "unknown option " + name + ", see --help"
                        : "a value stands where an option was expected, see --help");
    }
}
