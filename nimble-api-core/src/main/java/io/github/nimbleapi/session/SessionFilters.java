package io.github.nimbleapi.session;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Filters for {@link Sessions#list(Predicate)} and {@link Sessions#deleteIf(Predicate)}, to be combined at will. */
public final class SessionFilters {
    private static final Pattern IPV6 = Pattern.compile("\\[?[0-9A-Fa-f:][0-9A-Fa-f.]*:[0-9A-Fa-f:.]*]?");

    private SessionFilters() {}

    /**
     * Sessions of an application.
     *
     * @param app the application's name, as it stands
     * @return the filter
     * @throws IllegalArgumentException if a name is blank
     */
    public static Predicate<PlaybackSession> onApp(String app) {
        requireText(app, "app");
        return session -> session.app().equals(app);
    }

    /**
     * Sessions of one stream.
     *
     * @param app the application's name
     * @param stream the stream's name, without the application
     * @return the filter
     * @throws IllegalArgumentException if a name is blank
     */
    public static Predicate<PlaybackSession> onStream(String app, String stream) {
        requireText(stream, "stream");
        return onApp(app).and(session -> session.stream().equals(stream));
    }

    /**
     * Sessions of a type.
     *
     * @param type the type
     * @return the filter
     */
    public static Predicate<PlaybackSession> ofType(SessionType type) {
        Objects.requireNonNull(type, "type");
        return session -> session.type().equals(type);
    }

    /**
     * Sessions of a viewer, as named in a signed playback URL ({@code ppv_id}).
     *
     * @param viewerId the viewer's id
     * @return the filter
     * @throws IllegalArgumentException if it is blank
     */
    public static Predicate<PlaybackSession> ofViewer(String viewerId) {
        requireText(viewerId, "viewerId");
        return session -> session.viewerId().filter(viewerId::equals).isPresent();
    }

    /**
     * Sessions from one address. IPv6 addresses are compared as addresses: {@code 2001:DB8:0::7} matches
     * {@code 2001:db8::7}.
     *
     * @param clientIp the address, without a port
     * @return the filter
     * @throws IllegalArgumentException if it is blank
     */
    public static Predicate<PlaybackSession> fromIp(String clientIp) {
        String wanted = canonical(requireText(clientIp, "clientIp"));
        return session -> canonical(session.clientIp()).equals(wanted);
    }

    // A form left empty must not end the sessions that lack the member.
    private static String requireText(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: leave the filter out, or write one of your own");
        }
        return value;
    }

    private static String canonical(String ip) {
        // The JDK looks up anything else as a host name, even "player:8080".
        if (!IPV6.matcher(ip).matches()) {
            return ip;
        }
        try {
            return InetAddress.getByName(ip).getHostAddress();
        } catch (UnknownHostException e) {
            return ip;
        }
    }
}
