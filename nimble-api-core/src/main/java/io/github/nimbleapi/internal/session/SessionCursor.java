package io.github.nimbleapi.internal.session;

import io.github.nimbleapi.internal.http.BodyStream;
import io.github.nimbleapi.internal.http.OpenCalls;
import io.github.nimbleapi.internal.http.Opened;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** An open session list that is read at the user's pace. Holds its connection until it is closed or read to the end. */
final class SessionCursor extends Spliterators.AbstractSpliterator<PlaybackSession> implements Opened {
    private final Reply reply;
    private final BodyStream body;
    private final SessionDecoder sessions;
    private final Runnable over;

    private SessionCursor(Reply reply, BodyStream body, SessionDecoder sessions, OpenCalls openCalls) {
        super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
        this.reply = reply;
        this.body = body;
        this.sessions = sessions;
        this.over = openCalls.add(() -> body.abandon(new IOException("the NimbleClient was closed")));
    }

    static SessionCursor open(Reply reply, OpenCalls openCalls) throws IOException {
        BodyStream body = reply.handOverBody();
        SessionDecoder sessions = SessionDecoder.open(reply, body, body::nextElement);
        return new SessionCursor(reply, body, sessions, openCalls);
    }

    Stream<PlaybackSession> stream() {
        return StreamSupport.stream(this, false).onClose(this::close);
    }

    @Override
    public boolean tryAdvance(Consumer<? super PlaybackSession> action) {
        PlaybackSession session = next();
        if (session == null) {
            close();
            return false;
        }
        action.accept(session);
        return true;
    }

    private @Nullable PlaybackSession next() {
        try {
            return sessions.next();
        } catch (IOException | RuntimeException e) {
            close();
            throw reply.failure(e);
        }
    }

    @Override
    public void close() {
        over.run();
        body.close();
    }
}
