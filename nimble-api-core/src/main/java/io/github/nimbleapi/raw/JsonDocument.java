package io.github.nimbleapi.raw;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.internal.json.Numbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * JSON whose shape nobody has published: an object, an array, a scalar, or missing. Asking never throws, so that chains
 * need no checks:
 *
 * <pre>{@code
 * String name = nimble.protocols().ndiList().get(0).get("name").text();
 * }</pre>
 *
 * <p>Immutable and thread-safe. Two are equal if they say the same; the order of members does not count, and 1 is not
 * 1.0. {@link #toString()} shows only the kind and the size, because there may be passwords in it.
 */
public final class JsonDocument {
    private static final JsonDocument MISSING = new JsonDocument(MissingNode.getInstance());

    private final JsonNode node;

    private JsonDocument(JsonNode node) {
        this.node = node;
    }

    /**
     * Reads JSON.
     *
     * @param json one JSON value, nested 1,000 deep at most; a missing document where it is blank
     * @return the document
     * @throws IllegalArgumentException if it is no JSON; the message does not quote it
     */
    public static JsonDocument parse(String json) {
        try {
            return of(Json.exactTree(Objects.requireNonNull(json, "json")));
        } catch (JsonProcessingException e) {
            JsonLocation place = e.getLocation();
            throw new IllegalArgumentException(
                    "json is not JSON" + (place == null ? "" : ", as seen at character " + place.getCharOffset())
                            + ": give one complete value");
        }
    }

    private static JsonDocument of(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? MISSING : new JsonDocument(node);
    }

    /**
     * A member of an object.
     *
     * @param member its name
     * @return its value; a missing document where there is none, or this is no object
     */
    public JsonDocument get(String member) {
        return of(node.path(Objects.requireNonNull(member, "member")));
    }

    /**
     * An element of an array.
     *
     * @param index from 0
     * @return the element; a missing document where there is none, or this is no array
     */
    public JsonDocument get(int index) {
        return of(node.path(index));
    }

    /**
     * Whether it is an object.
     *
     * @return true for an object, also an empty one
     */
    public boolean isObject() {
        return node.isObject();
    }

    /**
     * Whether it is an array.
     *
     * @return true for an array, also an empty one
     */
    public boolean isArray() {
        return node.isArray();
    }

    /**
     * Whether there is nothing: {@code null}, an empty answer, or a member or element that is not there.
     *
     * @return true where there is nothing
     */
    public boolean isMissing() {
        return node.isMissingNode();
    }

    /**
     * The members of an object.
     *
     * @return an immutable map in the server's order, with a missing document for {@code null}; empty for anything else
     */
    public Map<String, JsonDocument> members() {
        Map<String, JsonDocument> members = new LinkedHashMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), of(member.getValue())));
        return Collections.unmodifiableMap(members);
    }

    /**
     * The elements of an array.
     *
     * @return an immutable list, with a missing document for {@code null}; empty for anything else
     */
    public List<JsonDocument> elements() {
        List<JsonDocument> elements = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(element -> elements.add(of(element)));
        }
        return Collections.unmodifiableList(elements);
    }

    /**
     * A text, or the text of a number or boolean.
     *
     * @return the text, or {@code ""}
     */
    public String text() {
        return node.asText("");
    }

    /**
     * A number, also one written as text, without its fraction and cut to the range of a long.
     *
     * @return the number, or 0
     */
    public long whole() {
        return Numbers.whole(text());
    }

    /**
     * A number, also one written as text.
     *
     * @return the number, or 0
     */
    public double decimal() {
        return Numbers.decimal(text());
    }

    /**
     * Whether it says true, also as text, or is a number other than 0.
     *
     * @return true or false
     */
    public boolean flag() {
        return Numbers.flag(text());
    }

    /**
     * It as JSON.
     *
     * @return what {@link #parse(String)} makes an equal document of; {@code null} where it is missing
     */
    public String json() {
        return isMissing() ? "null" : node.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonDocument && node.equals(((JsonDocument) other).node);
    }

    @Override
    public int hashCode() {
        return node.hashCode();
    }

    @Override
    public String toString() {
        String kind = node.getNodeType().name().toLowerCase(Locale.ROOT);
        return "JsonDocument[" + kind + (node.isContainerNode() ? " of " + node.size() : "") + "]";
    }
}
