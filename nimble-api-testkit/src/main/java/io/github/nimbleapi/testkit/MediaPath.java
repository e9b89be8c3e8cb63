package io.github.nimbleapi.testkit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A path at which players ask for a stream. Names of applications and streams may have slashes in them. */
final class MediaPath {
    private MediaPath() {}

    static String of(String app, String stream, String file) {
        String names = "/" + Objects.requireNonNull(app, "app") + "/" + Objects.requireNonNull(stream, "stream");
        return encoded(Objects.requireNonNull(file, "file").isEmpty() ? names : names + "/" + file);
    }

    private static String encoded(String path) {
        return Stream.of(path.split("/", -1))
                .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
