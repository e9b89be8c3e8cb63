package io.github.nimbleapi.control.guard;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.control.guard.Block.Kind;
import io.github.nimbleapi.internal.json.Json;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;

/** A line of a {@link FileStore}: an entry that was put or removed. */
final class BlockLine {
    private static final String PUT = "block";
    private static final String REMOVED = "unblock";
    private static final String VALUE = "value";
    private static final String UNTIL = "until";
    // Half a surrogate pair in an id has no form in UTF-8, but one in ASCII.
    private static final JsonFactory ASCII =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    final boolean isRemoval;
    final Block block;

    private BlockLine(boolean isRemoval, Block block) {
        this.isRemoval = isRemoval;
        this.block = block;
    }

    static BlockLine put(Block block) {
        return new BlockLine(false, block);
    }

    static BlockLine removed(Block block) {
        return new BlockLine(true, block);
    }

    /** Throws IllegalArgumentException for what is no such line. */
    static BlockLine parse(String line) {
        try {
            JsonNode json = Json.exactTree(line);
            boolean isRemoval = json.has(REMOVED);
            Kind kind = Kind.valueOf(json.path(isRemoval ? REMOVED : PUT).asText());
            Block block = Block.of(kind, json.path(VALUE).asText());
            String until = json.path(UNTIL).asText();
            return new BlockLine(isRemoval, until.isEmpty() ? block : block.until(Instant.parse(until)));
        } catch (JsonProcessingException | DateTimeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** ASCII, without the end of the line. */
    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = ASCII.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(isRemoval ? REMOVED : PUT, block.kind().name());
            json.writeStringField(VALUE, block.value());
            if (block.until().isPresent()) {
                json.writeStringField(UNTIL, block.until().get().toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
