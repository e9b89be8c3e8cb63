package io.github.nimbleapi.internal.ip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and ranges as they are written, and what is in a range. */
class IpRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7/32, 203.0.113.7",
        "10.1.2.3/8, 10.0.0.0/8",
        "10.255.255.255/9, 10.128.0.0/9",
        "255.255.255.255/0, 0.0.0.0/0",
        "::ffff:10.1.2.3, 10.1.2.3",
        "::FFFF:a01:203, 10.1.2.3",
        "::ffff:10.1.2.3/104, 10.0.0.0/8",
        "0:0:0:0:0:ffff:10.1.2.3, 10.1.2.3",
        "::ffff:10.1.2.3/95, ::fffe:0:0/95",
        "::, ::",
        "::1, ::1",
        "::/0, ::/0",
        "1::, 1::",
        "2001:DB8:0:0:0:0:0:7, 2001:db8::7",
        "2001:db8::1:0:0:7/64, 2001:db8::/64",
        "2001:db8:ffff::/33, 2001:db8:8000::/33",
        "1:2:3:4:5:6:7:8/65, 1:2:3:4::/65",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
        "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    })
    void isWrittenInOneForm(String text, String form) {
        assertThat(IpRange.parse(text, "ip")).hasToString(form).isEqualTo(IpRange.parse(form, "ip"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1.2",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.",
                ".1.2.3",
                "1..2.3",
                "010.1.1.1",
                "1.2.3.04",
                "256.1.1.1",
                "1.2.3.-4",
                "+1.2.3.4",
                "1.2.3.4 ",
                "0x1.2.3.4",
                "1.2.3.4:80",
                "3232235777",
                "localhost",
                "example.com",
                "١.2.3.4",
                "1.2.3.4/",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.4/08",
                "1.2.3.4/8/8",
                "1.2.3.4/255.0.0.0",
                "/8",
                "[::1]",
                "[::1]:80",
                "fe80::1%eth0",
                ":",
                ":::",
                ":1",
                "1:",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "1:2:3:4::5:6:7:8",
                "::12345",
                "::g",
                "::1/129",
                "::1/",
                "::1.2.3",
                "::1.2.3.400",
                "1.2.3.4::",
                "::1.2.3.4:5",
                "::01.2.3.4",
                "1:2:3:4:5:6:7:1.2.3.4",
                "0:1.2.3.4",
                "::+1",
                "0000::/0x8"
            })
    void refusesWhatIsNoneWithAClearMessage(String text) {
        assertThatThrownBy(() -> IpRange.parse(text, "ip"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "ip is " + text + ": give an IPv4 or IPv6 address, or a range such as 10.0.0.0/8");
    }

    @ParameterizedTest
    @CsvSource({
        "[2001:db8::7], 2001:db8::7",
        "fe80::1%eth0, fe80::1",
        "[fe80::1%2], fe80::1",
        "::ffff:203.0.113.7, 203.0.113.7",
        "203.0.113.7, 203.0.113.7",
        "203.0.113.7:51234, 203.0.113.7",
        "[203.0.113.7]:51234, 203.0.113.7",
        "[2001:db8::7]:443, 2001:db8::7",
        "[fe80::1%eth0]:443, fe80::1",
        "[::ffff:203.0.113.7]:443, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8::443, 2001:db8::443",
        "' 203.0.113.7\t', 203.0.113.7",
        "' [::1]:80 ', ::1",
    })
    void lookUpsTakeBracketsScopesPortsAndBlanks(String written, String address) {
        assertThat(IpRange.address(written)).isEqualTo(IpRange.parse(address, "ip"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "1.2",
                "010.1.1.1",
                "1.2.3.4:80:80",
                "1.2.3.4%eth0",
                "[::1",
                "::1]",
                "[]",
                "[]:80",
                "]:80",
                ":80",
                "1:1.2.3.4",
                "host:80"
            })
    void lookUpsFindNoAddressInOtherTexts(String written) {
        assertThat(IpRange.address(written)).isNull();
    }

    @Test
    void agreesWithArithmetic() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int[] inside = new int[2];
        for (int i = 0; i < 40_000; i++) {
            int family = random.nextInt(2);
            byte[] network = bytes(random, family);
            int prefix = random.nextInt(network.length * 8 + 1);
            byte[] address = near(random, network, prefix);
            String range = text(network) + "/" + prefix;

            boolean expected = contains(network, prefix, address);
            assertThat(IpRange.parse(range, "ip").contains(IpRange.parse(text(address), "ip")))
                    .as("%s in %s, seed %d", text(address), range, seed)
                    .isEqualTo(expected);
            inside[family] += expected ? 1 : 0;
        }
        assertThat(IntStream.of(inside)).as("both families hit, seed %d", seed).allMatch(hits -> hits > 1000);
    }

    private static byte[] bytes(Random random, int family) {
        byte[] bytes = new byte[family == 0 ? 4 : 16];
        random.nextBytes(bytes);
        if (family == 1) {
            // Not by chance one that stands for IPv4.
            bytes[0] = 0x20;
        }
        return bytes;
    }

    /** The same bits in front, mostly, and others behind. */
    private static byte[] near(Random random, byte[] network, int prefix) {
        int kept = Math.max(0, Math.min(network.length * 8, prefix + random.nextInt(5) - 3));
        BigInteger behind = new BigInteger(network.length * 8 - kept, random);
        BigInteger address = new BigInteger(1, network)
                .shiftRight(network.length * 8 - kept)
                .shiftLeft(network.length * 8 - kept)
                .or(behind);
        byte[] all = address.toByteArray();
        byte[] bytes = new byte[network.length];
        for (int i = 1; i <= Math.min(all.length, bytes.length); i++) {
            bytes[bytes.length - i] = all[all.length - i];
        }
        return bytes;
    }

    private static boolean contains(byte[] network, int prefix, byte[] address) {
        BigInteger size = BigInteger.TWO.pow(network.length * 8 - prefix);
        BigInteger first = new BigInteger(1, network).divide(size).multiply(size);
        BigInteger asked = new BigInteger(1, address);
        return asked.compareTo(first) >= 0 && asked.compareTo(first.add(size)) < 0;
    }

    private static String text(byte[] address) throws UnknownHostException {
        return InetAddress.getByAddress(address).getHostAddress();
    }
}
