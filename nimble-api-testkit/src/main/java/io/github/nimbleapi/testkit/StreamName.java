package io.github.nimbleapi.testkit;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;

/** A stream as people write it: {@code app/name}, where the application may have slashes in it. Immutable. */
final class StreamName {
    private final String app;
    private final String stream;

    private StreamName(String app, String stream) {
        this.app = app;
        this.stream = stream;
    }

    /** Empty if the text is no such name. */
    static Optional<StreamName> of(String text) {
        int slash = text.lastIndexOf('/');
        boolean complete = slash > 0
                && !text.startsWith("/")
                && !text.substring(0, slash).isBlank()
                && !text.substring(slash + 1).isBlank();
        return complete
                ? Optional.of(new StreamName(text.substring(0, slash), text.substring(slash + 1)))
                : Optional.empty();
    }

    URI url(FakeNimble fake, String file) {
        return fake.playbackUrl(app, stream, file);
    }

    void addTo(FakeNimble fake) {
        fake.addStream(app, stream);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StreamName
                && app.equals(((StreamName) other).app)
                && stream.equals(((StreamName) other).stream);
    }

    @Override
    public int hashCode() {
        return Objects.hash(app, stream);
    }

    @Override
    public String toString() {
        return app + "/" + stream;
    }
}
