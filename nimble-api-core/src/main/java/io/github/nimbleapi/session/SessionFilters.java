package io.github.nimbleapi.session;

import io.github.nimbleapi.internal.ip.IpRange;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Filters for {@link Sessions#list(Predicate)} and {@link Sessions#deleteIf(Predicate)}, to be combined at will. They are
 * immutable and thread-safe.
 */
public final class SessionFilters {
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
     * Sessions from an address, or from a range such as {@code 10.0.0.0/8}. Addresses are compared as such:
     * {@code 2001:DB8:0::7} matches {@code 2001:db8::7}. A port behind one does not count.
     *
     * @param clientIp the address or the range
     * @return the filter
     * @throws IllegalArgumentException if it is neither
     */
    public static Predicate<PlaybackSession> fromIp(String clientIp) {
        requireText(clientIp, "clientIp");
        IpRange address = IpRange.address(clientIp);
        IpRange wanted = address != null ? address : IpRange.parse(clientIp, "clientIp");
        return session -> {
            IpRange from = IpRange.address(session.clientIp());
            return from != null && wanted.contains(from);
        };
    }

    // A form left empty must not end the sessions that lack the member.
    private static String requireText(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: leave the filter out, or write one of your own");
        }
        return value;
    }
}
