package io.github.nimbleapi.internal.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.nimbleapi.internal.http.Replies;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same list, read by the fast decoder and by Jackson alone: each is to make the same of it. */
final class BothDecoders {
    private BothDecoders() {}

    /** Fails unless they do, whatever the pieces in which the list arrives. */
    static void agree(byte[] list, int piece) {
        String byJackson = byJackson(list);
        String fast = fast(list, piece, list.length);
        if (!fast.equals(byJackson) || !fast(list, piece, -1).equals(byJackson)) {
            throw new AssertionError("in pieces of " + piece + ": " + fast + " instead of " + byJackson);
        }
    }

    static String byJackson(byte[] list) {
        Tally tally = new SilentTally();
        return read(tally, () -> {
            AnySessions sessions =
                    AnySessions.open(Replies.ofLength(-1), new ByteArrayInputStream(list), new SharedTexts(), tally);
            return () -> sessions.next(() -> {});
        });
    }

    static String fast(byte[] list, int piece, long length) {
        Tally tally = new SilentTally();
        Reply reply = Replies.ofLength(length);
        return read(tally, () -> {
            SessionDecoder sessions = SessionDecoder.open(reply, new Pieces(list, piece), () -> {}, tally);
            return sessions::next;
        });
    }

    private interface Source {
        @Nullable
        PlaybackSession next() throws IOException;
    }

    private interface Opening {
        Source open() throws IOException;
    }

    /** All that can be told apart: the sessions, how many were left out, and the kind of error that ended the list. */
    private static String read(Tally tally, Opening opening) {
        List<String> told = new ArrayList<>();
        try {
            Source source = opening.open();
            for (PlaybackSession session = source.next(); session != null; session = source.next()) {
                told.add(text(session));
            }
        } catch (JsonProcessingException e) {
            told.add("unreadable");
        } catch (IOException | RuntimeException e) {
            told.add(e.getClass().getName());
        }
        return tally.read() + " " + told;
    }

    private static String text(PlaybackSession session) {
        return session + " " + session.type().value() + " " + session.created() + " " + session.lastAccess() + " "
                + session.userAgent() + " " + session.bytesReceived() + " " + session.bytesSent() + " "
                + session.extraMembers();
    }

    /** Else a million lists log a million warnings. */
    private static final class SilentTally extends Tally {
        @Override
        void tell(Reply reply) {}
    }

    private static final class Pieces extends InputStream {
        private final InputStream all;
        private final int longest;

        Pieces(byte[] all, int longest) {
            this.all = new ByteArrayInputStream(all);
            this.longest = longest;
        }

        @Override
        public int read() throws IOException {
            return all.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return all.read(target, offset, Math.min(longest, length));
        }
    }
}
