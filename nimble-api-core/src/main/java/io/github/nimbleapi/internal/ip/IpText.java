package io.github.nimbleapi.internal.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads addresses as they are written. By hand, because the JDK asks a name server about what is none, and takes
 * {@code 010.1.1.1} for one thing where other programs take it for another.
 */
final class IpText {
    private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern HEX = Pattern.compile("[0-9A-Fa-f]{1,4}");
    private static final int GROUPS = 8;

    private IpText() {}

    /** The 8 groups of an IPv6 address, also for one of IPv4 ({@code ::ffff:1.2.3.4}); null if the text is neither. */
    static @Nullable List<Integer> groups(String text) {
        int lastColon = text.lastIndexOf(':');
        if (lastColon < 0) {
            return text.indexOf('.') < 0 ? null : groups("::ffff:" + text);
        }
        if (text.indexOf('.', lastColon) < 0) {
            return ipv6(text);
        }
        long ipv4 = ipv4(text.substring(lastColon + 1));
        return ipv4 < 0
                ? null
                : ipv6(text.substring(0, lastColon + 1)
                        + Long.toHexString(ipv4 >>> 16)
                        + ":"
                        + Long.toHexString(ipv4 & 0xffff));
    }

    /** A whole number without leading zeros; -1 if the text is none, or if it is too large. */
    static int number(String text, int largest) {
        int number = DECIMAL.matcher(text).matches() ? Integer.parseInt(text) : -1;
        return number <= largest ? number : -1;
    }

    private static long ipv4(String text) {
        String[] octets = text.split("\\.", -1);
        long address = 0;
        for (String octet : octets) {
            int number = number(octet, 255);
            if (number < 0) {
                return -1;
            }
            address = address << 8 | number;
        }
        return octets.length == 4 ? address : -1;
    }

    private static @Nullable List<Integer> ipv6(String text) {
        int gap = text.indexOf("::");
        List<Integer> groups = hex(gap < 0 ? text : text.substring(0, gap));
        List<Integer> tail = gap < 0 ? List.of() : hex(text.substring(gap + 2));
        if (groups == null || tail == null) {
            return null;
        }
        int zeros = GROUPS - groups.size() - tail.size();
        if (gap < 0 ? zeros != 0 : zeros < 1) {
            return null;
        }
        for (int i = 0; i < zeros; i++) {
            groups.add(0);
        }
        groups.addAll(tail);
        return groups;
    }

    private static @Nullable List<Integer> hex(String text) {
        List<Integer> groups = new ArrayList<>(GROUPS);
        if (text.isEmpty()) {
            return groups;
        }
        for (String group : text.split(":", -1)) {
            if (!HEX.matcher(group).matches()) {
                return null;
            }
            groups.add(Integer.parseInt(group, 16));
        }
        return groups;
    }
}
