package io.github.nimbleapi.signing;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A {@code wmsAuthSign}, read: what a link says, and why a player that has it gets HTTP 403, of which Nimble does not tell the
 * reason.
 *
 * <pre>{@code
 * PlaybackUrlSigner links = PlaybackUrlSigner.builder(key).clientIp("198.51.100.4").build(); // as it was signed
 * PlaybackToken token = PlaybackToken.of(URI.create("http://edge-1:8081/live/one/playlist.m3u8?wmsAuthSign=..."));
 * for (PlaybackRefusal why : token.explain(links, "203.0.113.7", "live/one")) {
 *     System.out.println(why.explanation());
 * }
 * }</pre>
 *
 * <p>Reads tokens of any order, with unknown parameters, with zeros before hours and without. Immutable; {@link #toString()}
 * does not show the hash.
 */
public final class PlaybackToken {
    private final Map<String, String> members;

    private PlaybackToken(Map<String, String> members) {
        this.members = members;
    }

    /**
     * Reads a token.
     *
     * @param wmsAuthSign the value of the parameter, percent-encoded or not
     * @return the token
     * @throws IllegalArgumentException if it is no Base64; the message does not show it
     */
    public static PlaybackToken decode(String wmsAuthSign) {
        Objects.requireNonNull(wmsAuthSign, "wmsAuthSign");
        return new PlaybackToken(members(percentDecoded(wmsAuthSign)));
    }

    /** The text as it is where a percent sign encodes nothing: Base64 refuses it. */
    private static String percentDecoded(String text) {
        try {
            return TokenPlace.decoded(text);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /**
     * Finds and reads the token of a link.
     *
     * @param link an address with {@code wmsAuthSign}, at its end or after the application
     * @return the token
     * @throws IllegalArgumentException if there is none; the message does not show the link
     */
    public static PlaybackToken of(URI link) {
        List<String> candidates = PlaybackUrlSigner.PLACE.candidates(Objects.requireNonNull(link, "link"));
        return candidates.stream()
                .filter(PlaybackToken::isBase64)
                .map(PlaybackToken::decode)
                .filter(PlaybackToken::isReadable)
                .findFirst()
                .orElseGet(() -> decode(candidates.stream()
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("link has no wmsAuthSign: give a signed one"))));
    }

    /**
     * From when it is good, {@code server_time}.
     *
     * @return the moment, or nothing if it can't be read
     */
    public Optional<Instant> begins() {
        return ServerTime.read(member("server_time"));
    }

    /**
     * Until when it is good: {@code server_time} and {@code validminutes}.
     *
     * @return the moment, or nothing if it can't be read
     */
    public Optional<Instant> expires() {
        return begins().flatMap(
                        begin -> number("validminutes").map(minutes -> begin.plus(Duration.ofMinutes(minutes))));
    }

    /**
     * The viewer, {@code id}.
     *
     * @return the viewer, or nothing if it names none
     */
    public Optional<String> viewerId() {
        return Optional.of(member("id")).filter(id -> !id.isEmpty());
    }

    /**
     * Whether it is good for one address only: always without a viewer, else with {@code checkip=true}.
     *
     * @return whether it is
     */
    public boolean isBoundToIp() {
        return viewerId().isEmpty() || member("checkip").equals("true");
    }

    /**
     * How much of application and stream is signed, {@code strm_len}.
     *
     * @return bytes of UTF-8; 0 where it is good for all streams
     */
    public int signedLength() {
        return number("strm_len").orElse(0);
    }

    /**
     * Tells why Nimble refuses a player that comes with this token, now, by the signer's clock.
     *
     * <p>The hash does not say what it was made of. So the signer tells: give the one that made the link, or one with the
     * same key, {@code clientIp} and {@code signedStream}. Without the last two a wrong key can't be told from another
     * address or stream, and each that is possible is in the answer.
     *
     * @param signer what the link was signed with
     * @param clientIp the player's address, as Nimble sees it
     * @param played application and stream that the player asks for, {@code live/one}; a file name may follow
     * @return the reasons; empty if Nimble lets the player in
     */
    public List<PlaybackRefusal> explain(PlaybackUrlSigner signer, String clientIp, String played) {
        Objects.requireNonNull(signer, "signer");
        Objects.requireNonNull(clientIp, "clientIp");
        Objects.requireNonNull(played, "played");
        if (!isReadable()) {
            return List.of(PlaybackRefusal.UNREADABLE);
        }
        List<PlaybackRefusal> reasons = new ArrayList<>();
        if (expires().filter(end -> end.isBefore(signer.now())).isPresent()) {
            reasons.add(PlaybackRefusal.EXPIRED);
        }
        if (begins().filter(begin -> begin.isAfter(signer.now())).isPresent()) {
            reasons.add(PlaybackRefusal.NOT_YET_VALID);
        }
        reasons.addAll(mismatches(signer, clientIp, played.startsWith("/") ? played.substring(1) : played));
        return List.copyOf(reasons);
    }

    private List<PlaybackRefusal> mismatches(PlaybackUrlSigner signer, String clientIp, String played) {
        String playedPart = beginning(played);
        for (String ip : isBoundToIp() ? distinct(clientIp, signer.clientIp()) : Set.of("")) {
            for (String part : distinct(playedPart, beginning(signer.signedStream()))) {
                if (isSigned(signer, ip, part)) {
                    return differences(!isBoundToIp() || ip.equals(clientIp), part.equals(playedPart));
                }
            }
        }
        List<PlaybackRefusal> possible = new ArrayList<>(List.of(PlaybackRefusal.WRONG_KEY));
        possible.addAll(differences(
                !isBoundToIp() || !signer.clientIp().isEmpty(),
                signedLength() == 0 || !signer.signedStream().isEmpty()));
        return possible;
    }

    private static List<PlaybackRefusal> differences(boolean sameIp, boolean sameStream) {
        List<PlaybackRefusal> differences = new ArrayList<>();
        if (!sameIp) {
            differences.add(PlaybackRefusal.OTHER_IP);
        }
        if (!sameStream) {
            differences.add(PlaybackRefusal.OTHER_STREAM);
        }
        return differences;
    }

    private static Set<String> distinct(String first, String second) {
        Set<String> both = new LinkedHashSet<>(List.of(first));
        both.add(second);
        return both;
    }

    /** As much of a name as is signed; all of it where it is shorter. */
    private String beginning(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return new String(bytes, 0, Math.min(signedLength(), bytes.length), StandardCharsets.UTF_8);
    }

    private boolean isSigned(PlaybackUrlSigner signer, String ip, String part) {
        return part.getBytes(StandardCharsets.UTF_8).length == signedLength()
                && signer.made(
                        member("hash_value"), ip, member("id"), member("server_time"), member("validminutes"), part);
    }

    private boolean isReadable() {
        return expires().isPresent() && !member("hash_value").isEmpty();
    }

    private Optional<Integer> number(String name) {
        String text = member(name);
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }

    private String member(String name) {
        return members.getOrDefault(name, "");
    }

    private static boolean isBase64(String text) {
        try {
            Base64.getDecoder().decode(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Map<String, String> members(String base64) {
        if (!isBase64(base64)) {
            throw new IllegalArgumentException("wmsAuthSign is no Base64: give the value as it stands in the link");
        }
        Map<String, String> members = new LinkedHashMap<>();
        for (String pair : new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8).split("&", -1)) {
            int mark = pair.indexOf('=');
            if (mark > 0) {
                members.putIfAbsent(pair.substring(0, mark), pair.substring(mark + 1));
            }
        }
        return members;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PlaybackToken && members.equals(((PlaybackToken) other).members);
    }

    @Override
    public int hashCode() {
        return members.hashCode();
    }

    @Override
    public String toString() {
        return "PlaybackToken[" + begins().map(Instant::toString).orElse("?") + " to "
                + expires().map(Instant::toString).orElse("?") + ", viewer " + member("id") + ", "
                + (isBoundToIp() ? "one address" : "any address") + ", signed length " + signedLength() + "]";
    }
}
