package io.github.nimbleapi.internal.dvr;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.BodyStream;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Whether an answer is a file. Nimble says no with HTTP 200 too, and a proxy may answer with a page of its own. */
final class FileCheck {
    private static final int LONGEST_BLANK = 1024;
    private static final int LONGEST_STATUS = 64 * 1024;
    private static final String BLANKS = " \t\r\n\u00ef\u00bb\u00bf";

    private final Reply reply;
    private final boolean subtitles;

    FileCheck(Reply reply, boolean subtitles) {
        this.reply = reply;
        this.subtitles = subtitles;
    }

    /** What had to be read of a file to know that it is one. Throws what the answer means where it is none. */
    byte[] beginning(BodyStream body) throws IOException {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        int first = firstCharacter(body, beginning);
        switch (first) {
            case -1:
                requireSubtitles("is empty");
                break;
            case '<':
                throw noFile("is a page of HTML; does the url of the client lead to something else?");
            case '{':
                beginning.write(body.readNBytes(LONGEST_STATUS));
                requireNoStatus(beginning.toByteArray());
                requireSubtitles("is no MP4 but text");
                break;
            default:
                // An MP4 begins with the size of a small box; read as one, letters mean more than 500 MB.
                if (first > ' ' && first < 0x7f) {
                    requireSubtitles("is no MP4 but text");
                }
                break;
        }
        return beginning.toByteArray();
    }

    private static int firstCharacter(BodyStream body, ByteArrayOutputStream blanks) throws IOException {
        int next = body.peek();
        while (BLANKS.indexOf(next) >= 0 && blanks.size() < LONGEST_BLANK) {
            blanks.write(body.read());
            next = body.peek();
        }
        return next;
    }

    private void requireNoStatus(byte[] text) throws IOException {
        JsonNode answer = json(text);
        if (answer.isObject()) {
            Answer.requireYes(reply, answer);
            throw noFile("says yes but is no file");
        }
    }

    private static JsonNode json(byte[] text) throws IOException {
        try {
            return Json.tree(new ByteArrayInputStream(text));
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private void requireSubtitles(String problem) {
        if (!subtitles) {
            throw noFile(problem);
        }
    }

    private NimbleDataException noFile(String problem) {
        return reply.unusable("the answer " + problem);
    }
}
