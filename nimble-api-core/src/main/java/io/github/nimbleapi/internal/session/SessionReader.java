package io.github.nimbleapi.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.internal.json.Numbers;
import io.github.nimbleapi.internal.json.SharedStrings;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads one session after another, and expects each to have its members in the order of the one before. */
final class SessionReader {
    private static final List<String> NAMES = List.of(
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
    private static final SerializableString[] PREDICTED =
            NAMES.stream().map(SerializedString::new).toArray(SerializableString[]::new);
    private static final int MOST_TYPES = 64;

    private final JsonParser parser;
    private final SharedStrings shared = new SharedStrings();
    private final Map<String, SessionType> types = new HashMap<>();

    private boolean hasId;
    private long id;
    private String app = "";
    private String stream = "";
    private SessionType type = SessionType.UNKNOWN;
    private long created;
    private long lastAccess;
    private String clientIp = "";
    private String userAgent = "";
    private long bytesReceived;
    private long bytesSent;
    private String viewerId = "";
    private @Nullable Map<String, String> extra;

    SessionReader(JsonParser parser) {
        this.parser = parser;
    }

    /** The session whose object has just begun; null if it has no readable id. Ends at the end of the object. */
    @Nullable
    PlaybackSession read() throws IOException {
        clear();
        int predicted = 0;
        while (true) {
            int member = predicted;
            if (!parser.nextFieldName(PREDICTED[predicted])) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) {
                    return hasId ? session() : null;
                }
                member = NAMES.indexOf(parser.currentName());
            }
            take(member, parser.nextToken());
            predicted = (member + 1) % PREDICTED.length;
        }
    }

    private void clear() {
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

    private void take(int member, JsonToken value) throws IOException {
        switch (member) {
            case 0:
                takeId(value);
                break;
            case 1:
                app = sharedText(value);
                break;
            case 2:
                stream = sharedText(value);
                break;
            case 3:
                type = type(sharedText(value));
                break;
            case 4:
                created = number(value);
                break;
            case 5:
                lastAccess = number(value);
                break;
            case 6:
                clientIp = text(value);
                break;
            case 7:
                userAgent = sharedText(value);
                break;
            case 8:
                bytesReceived = number(value);
                break;
            case 9:
                bytesSent = number(value);
                break;
            case 10:
                viewerId = text(value);
                break;
            default:
                takeExtra(value);
        }
    }

    private PlaybackSession session() {
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

    private void takeId(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            id = parser.getLongValue();
            hasId = id >= 0;
            return;
        }
        try {
            id = Long.parseUnsignedLong(text(value).strip());
            hasId = true;
        } catch (NumberFormatException e) {
            hasId = false;
        }
    }

    private SessionType type(String word) {
        SessionType known = types.get(word);
        if (known == null) {
            known = SessionType.of(word);
            if (types.size() < MOST_TYPES) {
                types.put(word, known);
            }
        }
        return known;
    }

    private long number(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        return Numbers.whole(text(value));
    }

    private String sharedText(JsonToken value) throws IOException {
        return value == JsonToken.VALUE_STRING
                ? shared.get(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
                : text(value);
    }

    private String text(JsonToken value) throws IOException {
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
            return parser.getText();
        }
        parser.skipChildren();
        return "";
    }

    private void takeExtra(JsonToken value) throws IOException {
        String name = parser.currentName();
        if (value == JsonToken.VALUE_NULL) {
            return;
        }
        if (extra == null) {
            extra = new HashMap<>();
        }
        extra.put(name, value.isScalarValue() ? parser.getText() : Json.copy(parser));
    }
}
