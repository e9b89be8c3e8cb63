package io.github.nimbleapi.testkit.internal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Paths that a fake answers at. A segment such as {@code {app}} stands for any name, percent-encoded. */
public final class Endpoints {
    private final List<Endpoint> all = new ArrayList<>();

    /** Makes the answer. */
    @FunctionalInterface
    public interface Answerer {
        WireReply answer(Asked asked);
    }

    private static final class Endpoint {
        private final String verb;
        private final String[] segments;
        private final Answerer answerer;

        Endpoint(String verb, String path, Answerer answerer) {
            this.verb = verb;
            this.segments = path.split("/", -1);
            this.answerer = answerer;
        }

        /** The names in the path, if it is one of this endpoint. */
        Optional<Map<String, String>> match(WireRequest request) {
            String[] asked = request.path().split("/", -1);
            if (!request.method().equals(verb) || asked.length != segments.length) {
                return Optional.empty();
            }
            Map<String, String> names = new HashMap<>();
            for (int i = 0; i < segments.length; i++) {
                if (segments[i].startsWith("{")) {
                    names.put(segments[i].substring(1, segments[i].length() - 1), decoded(asked[i]));
                } else if (!segments[i].equals(asked[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(names);
        }
    }

    public void on(String verb, String path, Answerer answerer) {
        all.add(new Endpoint(verb, path, answerer));
    }

    /** What the first endpoint that knows the path answers. */
    Optional<WireReply> answer(WireRequest request) {
        for (Endpoint endpoint : all) {
            Optional<Map<String, String>> names = endpoint.match(request);
            if (names.isPresent()) {
                return Optional.of(endpoint.answerer.answer(new Asked(request, names.get())));
            }
        }
        return Optional.empty();
    }

    public static String decoded(String text) {
        try {
            // In a path a plus sign is one; in a query clients are known to send it raw.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
