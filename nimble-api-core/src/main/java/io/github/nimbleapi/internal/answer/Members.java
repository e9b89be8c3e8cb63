package io.github.nimbleapi.internal.answer;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.json.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A JSON object read leniently: nothing is required, numbers may be text. Remembers what was asked for. */
public final class Members {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final Reply reply;
    private final JsonNode node;
    private final Set<String> known = new HashSet<>();

    Members(Reply reply, JsonNode node) {
        this.reply = reply;
        this.node = node;
    }

    /** The objects of a list; anything else in it is skipped with a warning. */
    static List<Members> each(Reply reply, JsonNode list) {
        List<Members> objects = new ArrayList<>();
        for (JsonNode element : list) {
            if (element.isObject()) {
                objects.add(new Members(reply, element));
            } else {
                LOGGER.log(
                        WARNING,
                        reply.subject() + ": skipped an element that is no object but " + element.getNodeType());
            }
        }
        return objects;
    }

    /** The number, cut to the range of a long; 0 where there is none. */
    public long whole(String name) {
        return Numbers.whole(text(name));
    }

    /** The number, cut to 0 and the largest int. */
    public int count(String name) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, whole(name)));
    }

    /** The number of a port; 0 where there is none. */
    public int port(String name) {
        long number = whole(name);
        return number > 0 && number <= 65_535 ? (int) number : 0;
    }

    public double decimal(String name) {
        return Numbers.decimal(text(name));
    }

    /** A moment in seconds or milliseconds. */
    public Optional<Instant> moment(String name) {
        return Optional.of(Numbers.moment(whole(name))).filter(moment -> !moment.equals(Instant.EPOCH));
    }

    /** A length in seconds, also with a fraction. */
    public Duration seconds(String name) {
        return Numbers.seconds(decimal(name));
    }

    /** A length in milliseconds, also with a fraction. */
    public Duration millis(String name) {
        return Numbers.seconds(decimal(name) / 1000);
    }

    /** Whether it says true, also as text or number. */
    public boolean flag(String name) {
        return Numbers.flag(text(name));
    }

    /** The text of a scalar; {@code ""} for anything else. */
    public String text(String name) {
        return value(name).asText("");
    }

    /** The same, but nothing where it is missing, null, or no scalar. */
    public Optional<String> optionalText(String name) {
        JsonNode value = value(name);
        return value.isValueNode() && !value.isNull() ? Optional.of(value.asText()) : Optional.empty();
    }

    /** The elements of a list, those that are no scalars as JSON; none where it is no list. */
    public List<String> elements(String name) {
        JsonNode list = listed(name);
        List<String> elements = new ArrayList<>();
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            if (!list.get(i).isNull()) {
                elements.add(written(list.get(i)));
            }
        }
        return List.copyOf(elements);
    }

    /** The members of a member; none where it is not an object. */
    public Members child(String name) {
        return new Members(reply, value(name));
    }

    /** Whether a member is an object. */
    public boolean hasChild(String name) {
        return value(name).isObject();
    }

    /** The object that is a member, or is the first of the objects in another; nothing where there is neither. */
    public Optional<Members> one(String name, String listName) {
        return hasChild(name)
                ? Optional.of(child(name))
                : children(listName).stream().findFirst();
    }

    /** The objects in a list; none where it is no list. */
    public List<Members> children(String name) {
        JsonNode list = listed(name);
        return list.isArray() ? each(reply, list) : List.of();
    }

    /** What was not asked for, with its text or JSON. */
    public Map<String, String> rest() {
        Map<String, String> rest = new HashMap<>();
        addRest("", rest);
        return rest;
    }

    /** Adds what was not asked for, its names prefixed. */
    public void addRest(String prefix, Map<String, String> target) {
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!known.contains(member.getKey()) && !member.getValue().isNull()) {
                target.put(prefix + member.getKey(), written(member.getValue()));
            }
        }
    }

    private JsonNode listed(String name) {
        JsonNode list = value(name);
        if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
            LOGGER.log(WARNING, reply.subject() + ": " + name + " is no list but " + list.getNodeType());
        }
        return list;
    }

    private static String written(JsonNode value) {
        return value.isValueNode() ? value.asText() : value.toString();
    }

    private JsonNode value(String name) {
        known.add(name);
        return node.path(name);
    }
}
