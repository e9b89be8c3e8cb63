package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Asked;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An SCTE-35 marker that was set in a live stream, from {@link FakeScte35#markers()}. Immutable. */
public final class FakeMarker {
    private final String kind;
    private final String app;
    private final String stream;
    private final Map<String, String> parameters;

    FakeMarker(String kind, Asked asked, List<String> names) {
        this.kind = kind;
        this.app = asked.name("app");
        this.stream = asked.name("stream");
        Map<String, String> present = new LinkedHashMap<>();
        names.forEach(name -> asked.parameter(name).ifPresent(value -> present.put(name, value)));
        this.parameters = Collections.unmodifiableMap(present);
    }

    /**
     * What it is.
     *
     * @return {@code out}, {@code in} or {@code time_signal}
     */
    public String kind() {
        return kind;
    }

    /**
     * The application of the stream.
     *
     * @return its name
     */
    public String app() {
        return app;
    }

    /**
     * The stream.
     *
     * @return its name, without the application
     */
    public String stream() {
        return stream;
    }

    /**
     * What it says, such as {@code duration=30}: the parameters of the query that Nimble knows for its kind, as they came.
     *
     * @return an immutable map, text by name
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public String toString() {
        return kind + " " + app + "/" + stream + " " + parameters;
    }
}
