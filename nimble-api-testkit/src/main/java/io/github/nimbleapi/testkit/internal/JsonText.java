package io.github.nimbleapi.testkit.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Wire text, written and read without the codec of the client: a mistake there must not be mirrored here. */
public final class JsonText {
    private final StringBuilder text = new StringBuilder("{");

    public JsonText member(String name, long value) {
        return raw(name, Long.toString(value));
    }

    public JsonText member(String name, String value) {
        return raw(name, quoted(value));
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

    /** The numbers of a JSON array of whole numbers; empty where the text is none. */
    static Optional<List<Long>> wholeNumbers(String json) {
        String array = json.strip();
        if (!array.startsWith("[") || !array.endsWith("]")) {
            return Optional.empty();
        }
        String inner = array.substring(1, array.length() - 1).strip();
        List<Long> numbers = new ArrayList<>();
        try {
            for (String number : inner.isEmpty() ? new String[0] : inner.split(",", -1)) {
                numbers.add(Long.parseUnsignedLong(number.strip()));
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(numbers);
    }

    private static String quoted(String value) {
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
