package io.github.nimbleapi.control.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/**
 * A body that was posted, as JSON or XML, read once from front to back: nothing of it is held but what its reader keeps,
 * and what its reader does not ask for is skipped.
 */
interface Posted extends Closeable {
    int DEEPEST = 64;

    /** No text that is asked for is longer, so that three of them do not take up many times the body. */
    int LONGEST_TEXT = 1 << 17;

    /** Is called at the value of each member; may ask for one of its forms. */
    @FunctionalInterface
    interface Member {
        void read(String name) throws IOException;
    }

    /** Is called at an object. */
    @FunctionalInterface
    interface Part {
        void read() throws IOException;
    }

    /** Is called with a text. */
    @FunctionalInterface
    interface Text {
        void read(String text) throws IOException;
    }

    /** Reads a body. */
    @FunctionalInterface
    interface Reading<P> {
        void read(P posted) throws IOException;
    }

    /** Makes sense of a text. */
    @FunctionalInterface
    interface Form<P> {
        P of(Reader text) throws IOException;
    }

    /** The whole of it: an object whose members are read, and nothing else. */
    void root(Member member) throws IOException;

    /** The members of the object here. */
    void members(Member member) throws IOException;

    /** The object here, each one in the list here, or none. */
    void objects(Part part) throws IOException;

    /** The text or number here; {@code ""} if it is anything else. */
    String text() throws IOException;

    /** Each text in the list here, or the one here. */
    void texts(Text each) throws IOException;

    static boolean isXml(byte[] body) {
        int start = start(body);
        return start < body.length && body[start] == '<';
    }

    /** Reads a body of either form. */
    static void read(byte[] body, Reading<Posted> reading) throws Refusal {
        if (isXml(body)) {
            read(body, PostedXml::new, reading);
        } else {
            read(body, PostedJson::new, reading);
        }
    }

    static <P extends Posted> void read(byte[] body, Form<P> form, Reading<? super P> reading) throws Refusal {
        try (P posted = form.of(text(body))) {
            reading.read(posted);
        } catch (Unreadable e) {
            throw Refusal.unreadable("the body " + e.getMessage());
        } catch (JsonProcessingException e) {
            // Its message may quote the body.
            throw Refusal.unreadable("the body is no JSON that can be read: "
                    + e.getClass().getSimpleName()
                    + (e.getLocation() == null
                            ? ""
                            : " at character " + e.getLocation().getCharOffset()));
        } catch (IOException e) {
            throw Refusal.unreadable("the body can't be read: " + e.getClass().getSimpleName());
        }
    }

    /** As UTF-8, whatever any header says; bytes that are none are read as U+FFFD, for a user agent is a stranger's. */
    private static Reader text(byte[] body) {
        int start = start(body);
        return new InputStreamReader(
                new ByteArrayInputStream(body, start, body.length - start), StandardCharsets.UTF_8);
    }

    private static int start(byte[] body) {
        boolean marked = body.length > 2 && body[0] == (byte) 0xef && body[1] == (byte) 0xbb && body[2] == (byte) 0xbf;
        int start = marked ? 3 : 0;
        while (start < body.length && (body[start] == ' ' || (body[start] >= '\t' && body[start] <= '\r'))) {
            start++;
        }
        return start;
    }
}
