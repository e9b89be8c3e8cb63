package io.github.nimbleapi.testkit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A fake as an annotation wants it. Closed by JUnit with the test or class that it was made for. */
@SuppressWarnings("deprecation") // AutoCloseable alone is not seen before JUnit 5.13.
final class RunningServer implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private final NimbleServer wanted;
    private final FakeNimble fake;

    RunningServer(NimbleServer wanted) {
        require(wanted.sessions() >= 0, wanted, "sessions is " + wanted.sessions() + ": give 0 or more");
        List<StreamName> streams = streams(wanted);
        this.wanted = wanted;
        this.fake = builder(wanted).start();
        try {
            streams.forEach(stream -> stream.addTo(fake));
            fake.populate(wanted.sessions());
        } catch (IllegalArgumentException e) {
            fake.close();
            throw new ExtensionConfigurationException(name(wanted) + ": " + e.getMessage(), e);
        }
    }

    private static List<StreamName> streams(NimbleServer wanted) {
        List<StreamName> streams = new ArrayList<>();
        for (String text : wanted.streams()) {
            Optional<StreamName> stream = StreamName.of(text);
            require(
                    stream.isPresent(),
                    wanted,
                    "streams has \"" + text + "\": give application, slash and name, such as \"live/tv\"");
            streams.add(stream.orElseThrow());
        }
        return streams;
    }

    /** The fake, for an annotation that names it. */
    FakeNimble fake(NimbleServer named) {
        List<String> others = new ArrayList<>();
        if (!named.managementToken().equals(wanted.managementToken())) {
            others.add("managementToken");
        }
        if (named.sessions() != wanted.sessions()) {
            others.add("sessions");
        }
        if (!Arrays.equals(named.streams(), wanted.streams())) {
            others.add("streams");
        }
        require(
                others.isEmpty(),
                named,
                "stands here with other settings than before (" + String.join(", ", others)
                        + "): give the same ones, or the other server another name");
        return fake;
    }

    void addTo(FailureReport report) {
        report.add(name(wanted), fake);
    }

    private static FakeNimbleBuilder builder(NimbleServer wanted) {
        FakeNimbleBuilder builder = FakeNimble.builder();
        return wanted.managementToken().isEmpty() ? builder : builder.managementToken(wanted.managementToken());
    }

    private static void require(boolean holds, NimbleServer annotation, String message) {
        if (!holds) {
            throw new ExtensionConfigurationException(name(annotation) + ": " + message);
        }
    }

    private static String name(NimbleServer annotation) {
        return annotation.value().isEmpty() ? "@NimbleServer" : "@NimbleServer(\"" + annotation.value() + "\")";
    }

    @Override
    public void close() {
        fake.close();
    }
}
