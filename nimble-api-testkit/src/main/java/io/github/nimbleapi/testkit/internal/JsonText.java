package io.github.nimbleapi.testkit.internal;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Wire text, written without the codec of the client: a mistake there must not be mirrored here. */
public final class JsonText {
    private final StringBuilder text = new StringBuilder("{");

    public JsonText member(String name, long value) {
        return raw(name, Long.toString(value));
    }

    public JsonText member(String name, String value) {
        return raw(name, quoted(value));
    }

    public JsonText member(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    /** A member whose value is JSON already. */
    public JsonText raw(String name, String json) {
        text.append(text.length() > 1 ? "," : "")
                .append(quoted(name))
                .append(':')
                .append(json);
        return this;
    }

    @Override
    public String toString() {
        return text + "}";
    }

    /** An array of values that are JSON already. */
    public static String array(Collection<?> json) {
        return json.stream().map(Object::toString).collect(Collectors.joining(",", "[", "]"));
    }

    public static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
