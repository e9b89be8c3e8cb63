package io.github.nimbleapi.testkit;

import io.github.nimbleapi.session.SessionType;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Starts a fake from the command line, for harnesses in other languages. It runs until the process is told to stop. Exit
 * codes: 0 after {@code --help}, 1 if it can't listen, 2 if it does not understand its arguments.
 */
public final class FakeNimbleMain {
    private static final List<String> APPS = List.of("live", "radio", "events");
    private static final List<SessionType> TYPES =
            List.of(SessionType.HLS, SessionType.MPEG_DASH, SessionType.RTMP, SessionType.ICECAST);
    private static final String USAGE = String.join(
            System.lineSeparator(),
            "A fake Nimble Streamer: its management API, with invented sessions.",
            "",
            "Options:",
            "  --port N       port to listen on (default 8082; 0 for any that is free)",
            "  --host NAME    address to listen on (default 127.0.0.1; 0.0.0.0 for all)",
            "  --token TEXT   require calls to be signed with this management_token",
            "  --sessions N   begin with N sessions (default 0)",
            "  --help         show this",
            "",
            "Try it:  curl http://127.0.0.1:8082/manage/sessions",
            "         curl -d '[1]' http://127.0.0.1:8082/manage/sessions/delete");

    private FakeNimbleMain() {}

    /**
     * Runs until the process is told to stop.
     *
     * @param arguments see {@code --help}
     * @throws InterruptedException never, unless somebody else runs in the same process
     */
    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.println(USAGE);
            return;
        }
        try {
            FakeNimble fake = start(List.of(arguments));
            Runtime.getRuntime().addShutdownHook(new Thread(fake::close));
            System.out.println("Fake Nimble listens at " + fake.url() + " with "
                    + fake.sessions().size() + " sessions; stop it with Ctrl-C.");
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + System.lineSeparator() + "See --help.");
            System.exit(2);
        } catch (UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    static FakeNimble start(List<String> arguments) {
        FakeNimble.Builder builder = FakeNimble.builder().port(8082);
        int sessions = 0;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String option = rest.next();
            switch (option) {
                case "--port":
                    builder.port(number(option, rest));
                    break;
                case "--host":
                    builder.host(value(option, rest));
                    break;
                case "--token":
                    builder.managementToken(value(option, rest));
                    break;
                case "--sessions":
                    sessions = number(option, rest);
                    break;
                default:
                    throw new IllegalArgumentException("Unknown option " + option + ".");
            }
        }
        FakeNimble fake = builder.start();
        for (int i = 0; i < sessions; i++) {
            addSession(fake, i);
        }
        return fake;
    }

    private static void addSession(FakeNimble fake, int i) {
        fake.addSession(s -> s.app(APPS.get(i % APPS.size())).stream("stream" + i % 20)
                .type(TYPES.get(i % TYPES.size()))
                .clientIp("192.0.2." + (i % 254 + 1))
                .userAgent("Player/" + i % 10)
                .bytesSent(1_000L * i)
                .viewerId(i % 3 == 0 ? "viewer-" + i % 100 : ""));
    }

    private static int number(String option, Iterator<String> rest) {
        String value = value(option, rest);
        if (!value.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException(option + " is " + value + ": give a whole number.");
        }
        return Integer.parseInt(value);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException(option + " needs a value.");
        }
        return rest.next();
    }
}
