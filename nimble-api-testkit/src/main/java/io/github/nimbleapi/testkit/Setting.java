package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A value that somebody has given on the command line or in a file, as {@code JsonReader} reads it. Where it can't be used,
 * an {@link IllegalArgumentException} says in one line which it is, what it is, and what to give. Immutable.
 */
final class Setting {
    private static final int LONGEST_SHOWN = 60;
    private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(1_000_000_000);

    private final String name;
    private final String childPrefix;
    private final @Nullable Object value;

    private Setting(String name, String childPrefix, @Nullable Object value) {
        this.name = name;
        this.childPrefix = childPrefix;
        this.value = value;
    }

    /** All that stands in a file. */
    static Setting file(String file, @Nullable Object value) {
        return new Setting(file, file + ": ", value);
    }

    static Setting option(String name, Object value) {
        return new Setting(name, name + ".", value);
    }

    String text() {
        if (value instanceof String && !((String) value).isBlank()) {
            return (String) value;
        }
        throw wrong("give a text that is not blank");
    }

    /** A text that no message may show. */
    String secret() {
        if (value instanceof String
                && !((String) value).isBlank()
                && ((String) value).chars().noneMatch(Character::isISOControl)) {
            return (String) value;
        }
        throw new IllegalArgumentException(name + " can't be used: give a text on one line that is not blank");
    }

    int port() {
        return (int) number(0, 65_535);
    }

    long number(long least, long most) {
        if (value instanceof BigDecimal) {
            BigDecimal number = (BigDecimal) value;
            boolean whole = number.stripTrailingZeros().scale() <= 0;
            if (whole && isWithin(number, BigDecimal.valueOf(least), BigDecimal.valueOf(most))) {
                return number.longValueExact();
            }
        }
        throw wrong("give a whole number from " + least + " to " + most);
    }

    Duration seconds() {
        if (value instanceof BigDecimal) {
            BigDecimal seconds = (BigDecimal) value;
            Duration duration = isWithin(seconds, BigDecimal.ZERO, MOST_SECONDS)
                    ? Duration.ofNanos(seconds.movePointRight(9).longValue())
                    : Duration.ZERO;
            if (!duration.isZero()) {
                return duration;
            }
        }
        throw wrong("give a number of seconds above 0");
    }

    boolean flag() {
        if (value instanceof Boolean) {
            return (Boolean) value;
        }
        throw wrong("give true or false");
    }

    /** The address of a handler, which no message shows with its query. */
    URI url() {
        try {
            return Handler.requireUrl(URI.create(text()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    name + " can't be used: give an http or https URL with a host and without a user name", e);
        }
    }

    StreamName streamName() {
        return StreamName.of(text()).orElseThrow(() -> wrong("give app/name"));
    }

    boolean isList() {
        return value instanceof List;
    }

    List<Setting> elements() {
        if (!(value instanceof List)) {
            throw wrong("give a list");
        }
        List<Setting> elements = new ArrayList<>();
        for (Object element : (List<?>) value) {
            String elementName = name + "[" + elements.size() + "]";
            elements.add(new Setting(elementName, elementName + ".", element));
        }
        return elements;
    }

    /** Gives the value of each member to the reader of its name; there must be one. */
    void members(Map<String, Consumer<Setting>> readers) {
        if (!(value instanceof Map)) {
            throw wrong("give an object with any of " + names(readers));
        }
        object().forEach((key, member) -> reader(key, readers).accept(member));
    }

    /** All members of an object by name, whatever they are called. */
    Map<String, Setting> object() {
        if (!(value instanceof Map)) {
            throw wrong("give an object");
        }
        Map<String, Setting> members = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, member) -> members.put((String) key, member((String) key, member)));
        return members;
    }

    /** The member among those that were found. */
    Setting required(Map<String, Setting> found, String key) {
        Setting member = found.get(key);
        if (member == null) {
            throw new IllegalArgumentException(childPrefix + key + " is missing: give one, or leave out the section");
        }
        return member;
    }

    private Setting member(String key, @Nullable Object member) {
        return new Setting(childPrefix + key, childPrefix + key + ".", member);
    }

    private Consumer<Setting> reader(String key, Map<String, Consumer<Setting>> readers) {
        Consumer<Setting> reader = readers.get(key);
        if (reader == null) {
            throw new IllegalArgumentException(
                    childPrefix + shown(key) + " is no known key: give any of " + names(readers));
        }
        return reader;
    }

    private IllegalArgumentException wrong(String remedy) {
        return new IllegalArgumentException(name + " is " + shown(value) + ": " + remedy);
    }

    private static boolean isWithin(BigDecimal number, BigDecimal least, BigDecimal most) {
        return number.compareTo(least) >= 0 && number.compareTo(most) <= 0;
    }

    private static String names(Map<String, ?> readers) {
        return String.join(", ", new TreeSet<>(readers.keySet()));
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof String) {
            String text = (String) value;
            return JsonText.quoted(text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text);
        }
        return value instanceof Map ? "an object" : value instanceof List ? "a list" : String.valueOf(value);
    }
}
