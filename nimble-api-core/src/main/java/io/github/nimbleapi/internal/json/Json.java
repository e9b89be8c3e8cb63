package io.github.nimbleapi.internal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The one place that sets up the parser. Its limit on nesting (1,000) stands. */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .build();

    private static final int BYTE_ORDER_MARK = 0xfeff;

    /** Apart, because a mapper loads hundreds of classes, which take a new JVM 200 ms: who reads no tree needs none. */
    private static final class Trees {
        private static final ObjectReader ROUNDED =
                new JsonMapper(FACTORY).reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        private static final ObjectReader EXACT = ROUNDED.with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    private Json() {}

    /**
     * A parser of UTF-8 that reads bytes which are none as U+FFFD: a user agent is a stranger's text, and must not be
     * able to make the list unreadable.
     */
    public static JsonParser parser(InputStream body) throws IOException {
        return parser(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** A parser of a text without a byte order mark. */
    public static JsonParser parser(String json) throws IOException {
        return FACTORY.createParser(json);
    }

    /** What a text stands for that may have escapes, without the quotes around it. */
    public static String unescaped(String text) throws IOException {
        try (JsonParser parser = parser("\"" + text + "\"")) {
            parser.nextToken();
            return parser.getText();
        }
    }

    private static JsonParser parser(Reader json) throws IOException {
        PushbackReader text = new PushbackReader(json);
        int first = text.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            text.unread(first);
        }
        return FACTORY.createParser(text);
    }

    /** The JSON text of the value that a parser stands at; the parser goes to its end. */
    public static String copy(JsonParser parser) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            generator.copyCurrentStructure(parser);
        }
        return text.toString();
    }

    /** The whole of a body; a missing node where there is none. */
    public static JsonNode tree(InputStream body) throws IOException {
        try (JsonParser parser = parser(body)) {
            return tree(Trees.ROUNDED, parser);
        }
    }

    /** The same with every digit of its numbers. */
    public static JsonNode exactTree(InputStream body) throws IOException {
        try (JsonParser parser = parser(body)) {
            return tree(Trees.EXACT, parser);
        }
    }

    /** The same of a text. */
    public static JsonNode exactTree(String json) throws JsonProcessingException {
        try (JsonParser parser = parser(new StringReader(json))) {
            return tree(Trees.EXACT, parser);
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("a text could not be read", e);
        }
    }

    private static JsonNode tree(ObjectReader reader, JsonParser parser) throws IOException {
        JsonNode tree = reader.readTree(parser);
        // Whatever it promises, this is what it makes of an empty text.
        return tree == null ? MissingNode.getInstance() : tree;
    }
}
