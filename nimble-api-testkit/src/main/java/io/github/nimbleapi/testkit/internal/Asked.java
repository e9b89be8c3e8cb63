package io.github.nimbleapi.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a client asked at one of the {@link Endpoints}. */
public final class Asked {
    private final WireRequest request;
    private final Map<String, String> names;

    Asked(WireRequest request, Map<String, String> names) {
        this.request = request;
        this.names = names;
    }

    /** A name in the path, decoded. */
    public String name(String place) {
        return Objects.requireNonNull(names.get(place), place);
    }

    /** The first value of a parameter in the query, decoded. */
    public Optional<String> parameter(String name) {
        return request.parameters(name).stream().findFirst();
    }

    /** The body as {@link JsonReader} reads it; empty where it is no JSON or null. */
    public Optional<Object> json() {
        try {
            @Nullable Object body = JsonReader.read(new String(request.body(), StandardCharsets.UTF_8));
            return Optional.ofNullable(body);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The members of a body that is an object; none where it is no object. */
    public Map<String, @Nullable Object> members() {
        return JsonReader.members(new String(request.body(), StandardCharsets.UTF_8))
                .orElse(Map.of());
    }
}
