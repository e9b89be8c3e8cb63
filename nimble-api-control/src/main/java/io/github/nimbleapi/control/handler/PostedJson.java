package io.github.nimbleapi.control.handler;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.nimbleapi.internal.json.Json;
import java.io.IOException;
import java.io.Reader;

/** A body of JSON. */
final class PostedJson implements Posted {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            // Would keep the names of every body, forged or not, for the next one.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(LONGEST_TEXT)
                    .build())
            .build();

    private final JsonParser parser;

    PostedJson(Reader text) throws IOException {
        parser = FACTORY.createParser(text);
    }

    @Override
    public void root(Member member) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable("is no JSON object");
        }
        members(member);
        if (parser.nextToken() != null) {
            throw new Unreadable("goes on after its end");
        }
    }

    @Override
    public void members(Member member) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            member.read(name);
            // Does nothing unless its start is all that was read of it.
            parser.skipChildren();
        }
    }

    @Override
    public void objects(Part part) throws IOException {
        if (parser.hasToken(JsonToken.START_OBJECT)) {
            part.read();
        } else if (parser.hasToken(JsonToken.START_ARRAY)) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (parser.hasToken(JsonToken.START_OBJECT)) {
                    part.read();
                }
                parser.skipChildren();
            }
        }
    }

    @Override
    public String text() throws IOException {
        return isText() ? parser.getText() : "";
    }

    @Override
    public void texts(Text each) throws IOException {
        if (isText()) {
            each.read(parser.getText());
        } else if (parser.hasToken(JsonToken.START_ARRAY)) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (isText()) {
                    each.read(parser.getText());
                }
                parser.skipChildren();
            }
        }
    }

    private boolean isText() {
        return parser.currentToken().isScalarValue() && !parser.hasToken(JsonToken.VALUE_NULL);
    }

    /** The JSON of what is here; a number as it was written. */
    String json() throws IOException {
        return parser.currentToken().isNumeric() ? parser.getText() : Json.copy(parser);
    }

    boolean isScalar() {
        return parser.currentToken().isScalarValue();
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
