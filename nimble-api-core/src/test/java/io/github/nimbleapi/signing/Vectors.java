package io.github.nimbleapi.signing;

import static java.util.stream.Collectors.toList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Signatures that another program has computed. */
final class Vectors {
    private Vectors() {}

    static List<JsonNode> of(String kind) {
        try (InputStream file = Vectors.class.getResourceAsStream("/vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file).get(kind);
            return StreamSupport.stream(vectors.spliterator(), false).collect(toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
