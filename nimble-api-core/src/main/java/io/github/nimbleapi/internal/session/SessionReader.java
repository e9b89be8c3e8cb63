package io.github.nimbleapi.internal.session;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.internal.json.Numbers;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one session after another, and expects each to have its members in the order of the one before. */
final class SessionReader {
    private static final SerializableString[] PREDICTED =
            SessionFields.NAMES.stream().map(SerializedString::new).toArray(SerializableString[]::new);

    private final JsonParser parser;
    private final SharedTexts shared;
    private final SessionFields fields = new SessionFields();

    SessionReader(JsonParser parser, SharedTexts shared) {
        this.parser = parser;
        this.shared = shared;
    }

    /** The session whose object has just begun; null if it has no readable id. Ends at the end of the object. */
    @Nullable
    PlaybackSession read() throws IOException {
        fields.clear();
        int predicted = 0;
        while (true) {
            int member = predicted;
            if (!parser.nextFieldName(PREDICTED[predicted])) {
                if (parser.currentToken() != JsonToken.FIELD_NAME) {
                    return fields.session();
                }
                member = SessionFields.NAMES.indexOf(parser.currentName());
            }
            take(member, parser.nextToken());
            predicted = (member + 1) % PREDICTED.length;
        }
    }

    private void take(int member, JsonToken value) throws IOException {
        switch (member) {
            case SessionFields.ID:
                takeId(value);
                break;
            case SessionFields.APP:
                fields.app = sharedText(value);
                break;
            case SessionFields.STREAM:
                fields.stream = sharedText(value);
                break;
            case SessionFields.TYPE:
                fields.type = shared.type(sharedText(value));
                break;
            case SessionFields.CREATED:
                fields.created = number(value);
                break;
            case SessionFields.LAST_ACCESS:
                fields.lastAccess = number(value);
                break;
            case SessionFields.CLIENT_IP:
                fields.clientIp = text(value);
                break;
            case SessionFields.USER_AGENT:
                fields.userAgent = sharedText(value);
                break;
            case SessionFields.BYTES_RECEIVED:
                fields.bytesReceived = number(value);
                break;
            case SessionFields.BYTES_SENT:
                fields.bytesSent = number(value);
                break;
            case SessionFields.VIEWER_ID:
                fields.viewerId = text(value);
                break;
            default:
                takeExtra(value);
        }
    }

    private void takeId(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            fields.id = parser.getLongValue();
            fields.hasId = fields.id >= 0;
            return;
        }
        try {
            fields.id = Long.parseUnsignedLong(text(value).strip());
            fields.hasId = true;
        } catch (NumberFormatException e) {
            fields.hasId = false;
        }
    }

    private long number(JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        return Numbers.whole(text(value));
    }

    private String sharedText(JsonToken value) throws IOException {
        return shared.text(text(value));
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
        fields.putExtra(name, value.isScalarValue() ? parser.getText() : Json.copy(parser));
    }
}
