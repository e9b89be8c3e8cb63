package io.github.nimbleapi.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import io.github.nimbleapi.internal.json.Json;
import io.github.nimbleapi.internal.json.Status;
import io.github.nimbleapi.raw.RawReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Turns an HTTP status that says no into the error of its own. */
final class AnswerCheck {
    private AnswerCheck() {}

    static void requireSuccess(Reply reply) {
        if (reply.statusCode() < 200 || reply.statusCode() > 299) {
            String body = reply.beginning();
            throw refusal(reply, reply.excerpt(body), stripped(body));
        }
    }

    private static NimbleResponseException refusal(Reply reply, RawReply answer, String body) {
        Request request = reply.request();
        String method = request.method;
        String path = request.path;
        String message = reply.subject() + " was answered with HTTP " + answer.statusCode();
        switch (answer.statusCode()) {
            case 401:
            case 403:
                return new NimbleAuthenticationException(message + tokenHint(request), method, path, answer);
            case 404:
                return missing(request, message, body, answer);
            default:
                String hint = reply.leadsElsewhere() ? "; redirects are not followed" : "";
                return new NimbleResponseException(message + hint + shown(words(answer)), method, path, answer);
        }
    }

    private static NimbleResponseException missing(Request request, String message, String body, RawReply answer) {
        String said = body.startsWith("<") ? " and an HTML page" : shown(words(answer));
        if (!request.named && !saysNotFound(body)) {
            return new NimbleUnsupportedException(
                    message
                            + said
                            + ": this build of Nimble does not know the endpoint, or the url of the client leads"
                            + " elsewhere",
                    request.method,
                    request.path,
                    answer);
        }
        String doubt = body.startsWith("<")
                ? ": there is no such thing, or this build of Nimble does not know the endpoint"
                : "";
        return new NimbleNotFoundException(message + said + doubt, request.method, request.path, answer);
    }

    // A path without a name is there or not: only Nimble's own word means something else, such as an id in the body.
    private static boolean saysNotFound(String body) {
        try {
            JsonNode answer = Json.tree(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
            return Status.of(answer.path("status").asText("")) == Status.NOT_FOUND;
        } catch (IOException e) {
            return false;
        }
    }

    private static String tokenHint(Request request) {
        return request.signature == null
                ? ": it seems to want a management token, and none is set (managementToken)"
                : ": is the management token the one in nimble.conf (management_token)?";
    }

    private static String words(RawReply answer) {
        return stripped(answer.bodyText());
    }

    private static String stripped(String text) {
        return text.replace("\ufeff", "").strip();
    }

    private static String shown(String words) {
        return words.isEmpty() ? "" : ": " + Reply.inShort(words);
    }
}
