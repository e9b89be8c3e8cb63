package io.github.nimbleapi.internal.session;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The session list as Jackson reads it: of any shape and with any surprise. Takes an array, an object with an array
 * {@code sessions}, and for an empty list also {@code {}}, {@code null} and nothing at all.
 */
final class AnySessions implements Closeable {
    private static final int MOST_WORDS = 20;

    private final Reply reply;
    private final JsonParser parser;
    private final Tally tally;
    private final SessionReader sessions;
    private final ObjectNode words = JsonNodeFactory.instance.objectNode();
    private boolean wrapped;
    private boolean inList;
    private boolean listSeen;

    private AnySessions(Reply reply, JsonParser parser, SharedTexts shared, Tally tally) {
        this.reply = reply;
        this.parser = parser;
        this.tally = tally;
        this.sessions = new SessionReader(parser, shared);
    }

    /** Reads up to the first element. */
    static AnySessions open(Reply reply, InputStream body, SharedTexts shared, Tally tally) throws IOException {
        AnySessions list = new AnySessions(reply, Json.parser(body), shared, tally);
        list.start();
        return list;
    }

    /** Skips the empty object that stands for the elements already read from bytes. */
    void skipElement() throws IOException {
        parser.nextToken();
        parser.nextToken();
    }

    /** The next session, or null after the last. */
    @Nullable
    PlaybackSession next(Runnable beforeEach) throws IOException {
        while (inList) {
            beforeEach.run();
            JsonToken token = parser.nextToken();
            if (token == JsonToken.END_ARRAY) {
                inList = false;
                end();
                return null;
            }
            PlaybackSession session = token == JsonToken.START_OBJECT ? sessions.read() : null;
            if (tally.count(session)) {
                return session;
            }
            parser.skipChildren();
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
        Answer.requireYes(reply, words);
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
        tally.tell(reply);
    }

    private JsonParseException unknownShape(String what) {
        return new JsonParseException(parser, what);
    }
}
