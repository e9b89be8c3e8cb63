package io.github.nimbleapi.internal.session;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The session list, one session at a time while it arrives. {@link PlainSession} reads those that are written as usual.
 * One that is not goes to Jackson by itself; where anything but a session comes next, Jackson takes over for good. So what
 * is accepted, and what is wrong, is Jackson's word alone.
 */
final class SessionDecoder implements Closeable {
    /** What has been read so far, as Jackson would have to see it to go on from there. */
    private enum Place {
        BEFORE_FIRST("[", false),
        BEHIND_ELEMENT("[{}", true),
        BEFORE_ANOTHER("[{},", true),
        BEHIND_LIST("[]", false);

        final String json;
        final boolean hasElement;

        Place(String json, boolean hasElement) {
            this.json = json;
            this.hasElement = hasElement;
        }
    }

    private final Reply reply;
    private final Window window;
    private final Runnable beforeEach;
    private final Tally tally;
    private final SharedTexts shared = new SharedTexts();
    private final PlainSession plain = new PlainSession(shared);
    private Place place = Place.BEFORE_FIRST;
    private boolean isPlainList;
    private boolean isOver;
    private @Nullable AnySessions rest;

    private SessionDecoder(Reply reply, Window window, Runnable beforeEach, Tally tally) {
        this.reply = reply;
        this.window = window;
        this.beforeEach = beforeEach;
        this.tally = tally;
    }

    /** Reads up to the first element. The task is run before each. */
    static SessionDecoder open(Reply reply, InputStream body, Runnable beforeEach) throws IOException {
        return open(reply, body, beforeEach, new Tally());
    }

    static SessionDecoder open(Reply reply, InputStream body, Runnable beforeEach, Tally tally) throws IOException {
        SessionDecoder decoder = new SessionDecoder(reply, new Window(body, reply.contentLength()), beforeEach, tally);
        decoder.start();
        return decoder;
    }

    private void start() throws IOException {
        isPlainList = window.more() && window.next() == '[';
        if (isPlainList) {
            window.skip(1);
        } else {
            rest = AnySessions.open(reply, window.rest(), shared, tally);
        }
    }

    /** The next session, or null after the last. */
    @Nullable
    PlaybackSession next() throws IOException {
        try {
            while (rest == null && !isOver) {
                beforeEach.run();
                PlaybackSession session = step();
                if (session != null) {
                    return session;
                }
            }
            return rest == null ? null : rest.next(beforeEach);
        } catch (JsonProcessingException e) {
            throw isPlainList ? placed(e) : e;
        }
    }

    /** Jackson has not seen all, and would name a wrong place. */
    private JsonParseException placed(JsonProcessingException e) {
        String words = e.getOriginalMessage().replaceFirst(" \\(start marker.*", "");
        return new JsonParseException(null, "session " + (tally.read() + 1) + " of the list: " + words);
    }

    /** To the next session; null if it came to something else: one that is left out, the end, or what is for Jackson. */
    private @Nullable PlaybackSession step() throws IOException {
        window.skipBlanks();
        if (place == Place.BEHIND_ELEMENT && window.next() == ',') {
            go(Place.BEFORE_ANOTHER);
        }
        if (window.next() == '{' && place != Place.BEHIND_ELEMENT) {
            return element();
        }
        if (window.next() == ']' && place != Place.BEFORE_ANOTHER) {
            go(Place.BEHIND_LIST);
        }
        isOver = place == Place.BEHIND_LIST && window.isOver();
        if (isOver) {
            tally.tell(reply);
        } else {
            takeOver();
        }
        return null;
    }

    private void go(Place behindNext) throws IOException {
        window.skip(1);
        place = behindNext;
        window.skipBlanks();
    }

    private @Nullable PlaybackSession element() throws IOException {
        int length = plain.read(window);
        while (length == PlainSession.SHORT && window.more()) {
            length = plain.read(window);
        }
        if (length > 0) {
            return taken(length, plain.session());
        }
        length = UnusualSession.length(window);
        while (length == PlainSession.SHORT && window.more()) {
            length = UnusualSession.length(window);
        }
        if (length > 0) {
            return taken(length, UnusualSession.read(window, length, shared));
        }
        takeOver();
        return null;
    }

    private @Nullable PlaybackSession taken(int length, @Nullable PlaybackSession session) {
        window.skip(length);
        place = Place.BEHIND_ELEMENT;
        return tally.count(session) ? session : null;
    }

    private void takeOver() throws IOException {
        rest = AnySessions.open(reply, window.restBehind(place.json), shared, tally);
        if (place.hasElement) {
            rest.skipElement();
        }
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            rest.close();
        }
    }
}
