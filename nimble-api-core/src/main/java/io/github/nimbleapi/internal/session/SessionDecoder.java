package io.github.nimbleapi.internal.session;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.internal.json.Status;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The session list, read one element at a time while it arrives. Takes an array, an object with an array
 * {@code sessions}, and for an empty list also {@code {}}, {@code null} and nothing at all.
 */
final class SessionDecoder implements Closeable {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final Reply reply;
    private final JsonParser parser;
    private final SessionReader sessions;
    private boolean wrapped;
    private boolean inList;
    private boolean listSeen;
    private String status = "";
    private long read;
    private long leftOut;

    private SessionDecoder(Reply reply, JsonParser parser) {
        this.reply = reply;
        this.parser = parser;
        this.sessions = new SessionReader(parser);
    }

    /** Reads up to the first element. */
    static SessionDecoder open(Reply reply, InputStream body) throws IOException {
        SessionDecoder decoder = new SessionDecoder(reply, Json.parser(body));
        decoder.start();
        return decoder;
    }

    /** The next session, or null after the last. */
    @Nullable
    PlaybackSession next() throws IOException {
        while (inList) {
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                inList = false;
                end();
                return null;
            }
            read++;
            PlaybackSession session = token == JsonToken.START_OBJECT ? sessions.read() : null;
            if (session != null) {
                return session;
            }
            parser.skipChildren();
            leftOut++;
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private void start() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == JsonToken.START_ARRAY) {
            inList = true;
        } else if (token == JsonToken.START_OBJECT) {
            wrapped = true;
            members();
        } else if (token == JsonToken.VALUE_NULL) {
            end();
        } else if (token != null) {
            throw unknownShape("expected the list of sessions, found " + token);
        }
    }

    /** Reads an object's members up to its list, or to its end. */
    private void members() throws IOException {
        boolean empty = !listSeen;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            empty = false;
            if (name.equals("sessions") && value == JsonToken.START_ARRAY && !listSeen) {
                listSeen = true;
                inList = true;
                return;
            }
            if (name.equals("sessions") && value == JsonToken.VALUE_NULL) {
                listSeen = true;
            } else if (name.equals("status") && value.isScalarValue() && value != JsonToken.VALUE_NULL) {
                status = parser.getText();
            }
            parser.skipChildren();
        }
        wrapped = false;
        if (Status.of(status) != Status.OK) {
            throw Status.rejection(reply, "status " + status);
        }
        if (!listSeen && !empty) {
            throw unknownShape("expected the list of sessions, found an object without it");
        }
        end();
    }

    private void end() throws IOException {
        if (wrapped) {
            members();
            return;
        }
        if (parser.nextToken() != null) {
            throw unknownShape("something follows the list of sessions");
        }
        if (leftOut > 0) {
            LOGGER.log(
                    WARNING,
                    "{0}: left out {1} of {2} sessions, which have no readable id",
                    reply.subject(),
                    leftOut,
                    read);
        }
    }

    private JsonParseException unknownShape(String what) {
        return new JsonParseException(parser, what);
    }
}
