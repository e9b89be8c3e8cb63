package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A call of the management API that reached the fake, whatever became of it; or, for a fault that looks for it,
 * a call of a player. Immutable. {@link #toString()} shows no query, since that may hold
 * salt and hash, and of bodies only lists of ids, since others may hold passwords, stream keys and signed addresses.
 */
public final class RecordedCall {
    private static final Set<String> LISTS_OF_IDS = Set.of("/manage/sessions/delete", "/manage/publish_control/deny");

    private final String method;
    private final String path;
    private final String query;
    private final Map<String, List<String>> headers;
    private final String bodyText;

    private RecordedCall(WireRequest request) {
        this.method = request.method();
        this.path = request.path();
        this.query = request.query();
        this.headers = Map.copyOf(request.headers());
        this.bodyText = new String(request.body(), StandardCharsets.UTF_8);
    }

    static RecordedCall of(WireRequest request) {
        return new RecordedCall(request);
    }

    /**
     * The HTTP verb.
     *
     * @return such as {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The path without the query.
     *
     * @return such as {@code /manage/sessions}
     */
    public String path() {
        return path;
    }

    /**
     * The query as it came, salt and hash included.
     *
     * @return the query without {@code ?}, or {@code ""}
     */
    public String query() {
        return query;
    }

    /**
     * The first value of a header.
     *
     * @param name the header's name, in any case
     * @return the value, or empty
     */
    public Optional<String> header(String name) {
        return headers.getOrDefault(Objects.requireNonNull(name, "name").toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /**
     * The body, read as UTF-8.
     *
     * @return the body, or {@code ""}
     */
    public String bodyText() {
        return bodyText;
    }

    @Override
    public String toString() {
        boolean shown = LISTS_OF_IDS.contains(path);
        return method + " " + path + (bodyText.isEmpty() ? "" : shown ? " " + bodyText : " ***");
    }
}
