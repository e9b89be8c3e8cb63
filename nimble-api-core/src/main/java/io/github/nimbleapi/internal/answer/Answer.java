package io.github.nimbleapi.internal.answer;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.internal.json.Status;
import io.github.nimbleapi.raw.JsonDocument;
import io.github.nimbleapi.raw.RawReply;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a reply says, read whole. An answer that says no is thrown, see {@link Status}. */
public final class Answer {
    private Answer() {}

    /** An answer of any shape. */
    public static JsonNode any(Reply reply) throws IOException {
        JsonNode answer = Json.tree(reply.body());
        requireYes(reply, answer);
        return answer;
    }

    /** An answer of any shape, to be read by the user; missing where there is none. */
    public static JsonDocument document(Reply reply) throws IOException {
        JsonNode answer = Json.exactTree(reply.body());
        requireYes(reply, answer);
        return JsonDocument.parse(answer.toString());
    }

    /** An answer that is an object. */
    public static Members object(Reply reply) throws IOException {
        JsonNode answer = any(reply);
        if (!answer.isObject()) {
            throw unexpected("an object", answer);
        }
        return new Members(reply, answer);
    }

    /** The same, but one without members where the answer says nothing. */
    public static Members objectOrNothing(Reply reply) throws IOException {
        JsonNode answer = any(reply);
        requireObjectOrNothing(answer);
        return new Members(reply, answer);
    }

    /** An object that is the member of that name, or the first in the list of that name; nothing where both are empty. */
    public static Optional<Members> one(Reply reply, String name, String listName) throws IOException {
        JsonNode answer = any(reply);
        Optional<Members> one = answer.isObject() ? new Members(reply, answer).one(name, listName) : Optional.empty();
        boolean none = answer.isMissingNode()
                || isEmpty(answer)
                || isEmpty(answer.path(name))
                || isEmpty(answer.path(listName));
        // What has another name must not look like nothing.
        if (one.isEmpty() && !none && !(answer.isObject() && saysNothing(answer))) {
            throw unexpected("an object with " + name, answer);
        }
        return one;
    }

    /** An answer that is a list, by itself or as the member of that name. An answer that says nothing is empty. */
    public static List<Members> list(Reply reply, String name) throws IOException {
        return list(reply, any(reply), name);
    }

    /** The same, for those who act on what is not listed: an answer without a word is none. */
    public static List<Members> surelyList(Reply reply, String name) throws IOException {
        JsonNode answer = any(reply);
        if (answer.isEmpty() && !answer.isArray()) {
            throw unexpected("a list or an object with " + name, answer);
        }
        return list(reply, answer, name);
    }

    private static List<Members> list(Reply reply, JsonNode answer, String name) throws IOException {
        JsonNode list = answer.isObject() ? answer.path(name) : answer;
        if (list.isArray()) {
            return Members.each(reply, list);
        }
        // A list of another name must not look like an empty one.
        if (list.isNull() || (list.isMissingNode() && saysNothing(answer))) {
            return List.of();
        }
        throw unexpected("a list or an object with " + name, answer);
    }

    /** A request that is answered with yes, or with nothing. */
    public static Operation<Void> command(Request request) {
        return Operation.of(request, Answer::acknowledgement).done();
    }

    /** An answer that says yes, or nothing. */
    public static Status acknowledgement(Reply reply) throws IOException {
        requireObjectOrNothing(any(reply));
        return Status.OK;
    }

    /** The same for an answer that may say so in its member of that name. */
    public static Status acknowledgement(Reply reply, String name) throws IOException {
        JsonNode answer = any(reply);
        JsonNode part = answer.path(name);
        requireObjectOrNothing(answer);
        requireObjectOrNothing(part);
        requireYes(reply, answer, part);
        return Status.OK;
    }

    /** Throws what an answer that says no means. */
    public static void requireYes(Reply reply, JsonNode answer) {
        requireYes(reply, answer, answer);
    }

    /** The same for an answer whose say is in one of its members. */
    private static void requireYes(Reply reply, JsonNode answer, JsonNode part) {
        Status status = Status.of(part);
        if (status == Status.OK) {
            return;
        }
        RawReply excerpt = reply.excerpt(answer.toString());
        String message = reply.subject() + " was answered with HTTP " + excerpt.statusCode();
        String words = Reply.inShort(excerpt.bodyText());
        String method = reply.request().method();
        String path = reply.request().path();
        if (status == Status.NOT_FOUND) {
            throw new NimbleNotFoundException(message + " but not found: " + words, method, path, excerpt);
        }
        throw new NimbleRejectedException(message + " but refused: " + words, method, path, excerpt);
    }

    private static void requireObjectOrNothing(JsonNode said) throws IOException {
        if (!said.isObject() && !said.isNull() && !said.isMissingNode()) {
            throw unexpected("an object or nothing", said);
        }
    }

    private static boolean saysNothing(JsonNode answer) {
        return answer.size() == (answer.has("status") ? 1 : 0);
    }

    private static boolean isEmpty(JsonNode member) {
        return member.isNull() || (member.isArray() && member.isEmpty());
    }

    private static IOException unexpected(String expected, JsonNode found) {
        return new JsonParseException(null, "expected " + expected + ", found " + found.getNodeType());
    }
}
