package io.github.nimbleapi.internal.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Names as segments of a path. What a segment may hold as it is stays so; all else is percent-encoded, also a slash: a
 * name is one segment, whatever is in it.
 */
final class PathNames {
    private static final String PLAIN = "-._~!$&'()*,;=:@";

    private PathNames() {}

    static String encoded(String argument, String name) {
        if (Objects.requireNonNull(name, argument).isEmpty()) {
            throw new IllegalArgumentException(argument + " is empty: give its name");
        }
        if (name.equals(".") || name.equals("..")) {
            throw new IllegalArgumentException(
                    argument + " is '" + name + "', which means another place in a path: give its name");
        }
        StringBuilder segment = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            if (isPlain((char) b)) {
                segment.append((char) b);
            } else {
                segment.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return segment.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }
}
