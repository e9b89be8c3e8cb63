package io.github.nimbleapi.internal.session;

import io.github.nimbleapi.internal.json.Numbers;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has been read of one session, whoever reads it. */
final class SessionFields {
    /** The members, in the order in which the server is expected to write them. */
    static final List<String> NAMES = List.of(
            "id",
            "app",
            "stream",
            "type",
            "created",
            "last_access",
            "client_ip",
            "user_agent",
            "bytes_recv",
            "bytes_sent",
            "ppv_id");

    // Their places in that order.
    static final int ID = 0;
    static final int APP = 1;
    static final int STREAM = 2;
    static final int TYPE = 3;
    static final int CREATED = 4;
    static final int LAST_ACCESS = 5;
    static final int CLIENT_IP = 6;
    static final int USER_AGENT = 7;
    static final int BYTES_RECEIVED = 8;
    static final int BYTES_SENT = 9;
    static final int VIEWER_ID = 10;

    boolean hasId;
    long id;
    String app = "";
    String stream = "";
    SessionType type = SessionType.UNKNOWN;
    long created;
    long lastAccess;
    String clientIp = "";
    String userAgent = "";
    long bytesReceived;
    long bytesSent;
    String viewerId = "";
    private @Nullable Map<String, String> extra;

    void clear() {
        hasId = false;
        app = "";
        stream = "";
        type = SessionType.UNKNOWN;
        created = 0;
        lastAccess = 0;
        clientIp = "";
        userAgent = "";
        bytesReceived = 0;
        bytesSent = 0;
        viewerId = "";
        extra = null;
    }

    void putExtra(String name, String text) {
        if (extra == null) {
            extra = new HashMap<>();
        }
        extra.put(name, text);
    }

    /** The session; null if it has no id. */
    @Nullable
    PlaybackSession session() {
        if (!hasId) {
            return null;
        }
        PlaybackSession.Builder builder = PlaybackSession.builder(id).app(app).stream(stream)
                .type(type)
                .created(Numbers.moment(created))
                .lastAccess(Numbers.moment(lastAccess))
                .clientIp(clientIp)
                .userAgent(userAgent)
                .bytesReceived(bytesReceived)
                .bytesSent(bytesSent)
                .viewerId(viewerId);
        return (extra == null ? builder : builder.extraMembers(extra)).build();
    }
}
