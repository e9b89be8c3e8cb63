package io.github.nimbleapi.internal.ip;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that begin with the same bits; an address is a range of one. Those of IPv4 are held as the addresses of IPv6
 * that stand for them, {@code ::ffff:0:0/96}, so that both spellings are the same. Immutable.
 */
public final class IpRange {
    private static final int LONGEST = 128;
    /** The bits before an address of IPv4. */
    private static final int MAPPED = 96;

    private final long high;
    private final long low;
    private final int prefix;

    private IpRange(long high, long low, int prefix) {
        this.prefix = prefix;
        this.high = high & mask(prefix);
        this.low = low & mask(prefix - Long.SIZE);
    }

    /** Ones for the first so many bits. */
    private static long mask(int bits) {
        return bits <= 0 ? 0 : bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
    }

    /** An address or a range as somebody wrote it who is to be told of mistakes in this argument. */
    public static IpRange parse(String text, String argument) {
        int slash = text.indexOf('/');
        List<Integer> groups = IpText.groups(slash < 0 ? text : text.substring(0, slash));
        int added = text.indexOf(':') < 0 ? MAPPED : 0;
        int prefix = slash < 0 ? LONGEST : added + IpText.number(text.substring(slash + 1), LONGEST - added);
        if (groups == null || prefix < added) {
            throw new IllegalArgumentException(
                    argument + " is " + text + ": give an IPv4 or IPv6 address, or a range such as"
                            + " 10.0.0.0/8 or 2001:db8::/32; no port, no host name, no leading zeros");
        }
        return of(groups, prefix);
    }

    /** An address as Nimble may write it, also with the port of the player; null if it is none. */
    public static @Nullable IpRange address(String text) {
        String alone = withoutPort(text.trim());
        boolean bracketed = alone.startsWith("[") && alone.endsWith("]");
        String bare = bracketed ? alone.substring(1, alone.length() - 1) : alone;
        int scope = bare.indexOf(':') < 0 ? -1 : bare.indexOf('%');
        List<Integer> groups = IpText.groups(scope < 0 ? bare : bare.substring(0, scope));
        return groups == null ? null : of(groups, LONGEST);
    }

    // IPv6 has colons of its own: the one before a port is behind a bracket, or the only one.
    private static String withoutPort(String text) {
        int colon = text.lastIndexOf(':');
        boolean isPort = text.startsWith("]", colon - 1) || colon == text.indexOf(':');
        return colon > 0 && isPort ? text.substring(0, colon) : text;
    }

    private static IpRange of(List<Integer> groups, int prefix) {
        return new IpRange(joined(groups.subList(0, 4)), joined(groups.subList(4, 8)), prefix);
    }

    private static long joined(List<Integer> groups) {
        long joined = 0;
        for (int group : groups) {
            joined = joined << 16 | group;
        }
        return joined;
    }

    public int prefix() {
        return prefix;
    }

    /** The range of so many bits around this one; null where that would mix IPv4 with IPv6. */
    public @Nullable IpRange around(int bits) {
        return isIpv4() && bits < MAPPED ? null : new IpRange(high, low, bits);
    }

    public boolean contains(IpRange other) {
        return other.prefix >= prefix && equals(other.around(prefix));
    }

    private boolean isIpv4() {
        return high == 0 && low >>> 32 == 0xffff && prefix >= MAPPED;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpRange
                && high == ((IpRange) other).high
                && low == ((IpRange) other).low
                && prefix == ((IpRange) other).prefix;
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(31 * high + low) + prefix;
    }

    @Override
    public String toString() {
        int bits = isIpv4() ? prefix - MAPPED : prefix;
        return address() + (prefix == LONGEST ? "" : "/" + bits);
    }

    private String address() {
        try {
            byte[] bytes = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
            return InetAddress.getByAddress(bytes).getHostAddress().replaceFirst("(^|:)0(:0)+(:|$)", "::");
        } catch (UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
