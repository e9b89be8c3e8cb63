package io.github.nimbleapi.internal.session;

import static java.lang.System.Logger.Level.WARNING;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
    private static final int MOST_WORDS = 20;
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final Reply reply;
    private final JsonParser parser;
    private final Runnable beforeEach;
    private final SessionReader sessions;
    private final ObjectNode words = JsonNodeFactory.instance.objectNode();
    private boolean wrapped;
    private boolean inList;
    private boolean listSeen;
    private long read;
    private long leftOut;

    private SessionDecoder(Reply reply, JsonParser parser, Runnable beforeEach) {
        this.reply = reply;
        this.parser = parser;
        this.beforeEach = beforeEach;
        this.sessions = new SessionReader(parser);
    }

    /** Reads up to the first element. The task is run before each. */
    static SessionDecoder open(Reply reply, InputStream body, Runnable beforeEach) throws IOException {
        SessionDecoder decoder = new SessionDecoder(reply, Json.parser(body), beforeEach);
        decoder.start();
        return decoder;
    }

    /** The next session, or null after the last. */
    @Nullable
    PlaybackSession next() throws IOException {
        while (inList) {
            beforeEach.run();
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
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("sessions")
                    && !listSeen
                    && (value == JsonToken.START_ARRAY || value == JsonToken.VALUE_NULL)) {
                listSeen = true;
                inList = value == JsonToken.START_ARRAY;
                if (inList) {
                    return;
                }
            } else {
                keep(name, value);
            }
        }
        wrapped = false;
        judge();
        end();
    }

    /** Keeps what the server says beside its list, or instead of it. */
    private void keep(String name, JsonToken value) throws IOException {
        if (words.size() == MOST_WORDS) {
            parser.skipChildren();
        } else if (value == JsonToken.VALUE_NULL) {
            words.putNull(name);
        } else if (value.isScalarValue()) {
            words.put(name, parser.getText());
        } else {
            words.put(name, "...");
            parser.skipChildren();
        }
    }

    private void judge() throws IOException {
        Status.require(reply, words);
        if (!listSeen && !words.isEmpty()) {
            throw unknownShape("expected the list of sessions, found an object without it");
        }
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
