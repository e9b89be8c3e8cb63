package io.github.nimbleapi.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Signatures that another program has computed. */
final class Vectors {
    private Vectors() {}

    static List<Json> of(String kind) {
        try (InputStream file = Vectors.class.getResourceAsStream("/vectors.json")) {
            byte[] text = Objects.requireNonNull(file).readAllBytes();
            return Json.of(new String(text, StandardCharsets.UTF_8)).at(kind).elements();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
