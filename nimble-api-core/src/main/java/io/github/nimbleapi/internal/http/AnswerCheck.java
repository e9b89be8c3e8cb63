package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.error.NimbleResponseException;
import io.github.nimbleapi.error.NimbleUnsupportedException;
import io.github.nimbleapi.raw.RawReply;

/** Turns an HTTP status that says no into the error of its own. */
final class AnswerCheck {
    private AnswerCheck() {}

    static void requireSuccess(Reply reply) {
        if (reply.statusCode() < 200 || reply.statusCode() > 299) {
            String body = reply.beginning();
            throw refusal(reply, reply.excerpt(body), isPage(body));
        }
    }

    private static NimbleResponseException refusal(Reply reply, RawReply answer, boolean page) {
        Request request = reply.request();
        String method = request.method;
        String path = request.path;
        String message = reply.subject() + " was answered with HTTP " + answer.statusCode();
        String words = answer.bodyText().replace("\ufeff", "").strip();
        switch (answer.statusCode()) {
            case 401:
            case 403:
                return new NimbleAuthenticationException(message + tokenHint(request), method, path, answer);
            case 404:
                if (page && request.named) {
                    return new NimbleNotFoundException(
                            message
                                    + " and an HTML page: there is no such thing, or this build of Nimble does not know the"
                                    + " endpoint",
                            method,
                            path,
                            answer);
                }
                if (page) {
                    return new NimbleUnsupportedException(
                            message
                                    + " and an HTML page: this build of Nimble does not know the endpoint, or the url of"
                                    + " the client leads elsewhere",
                            method,
                            path,
                            answer);
                }
                return new NimbleNotFoundException(message + shown(words), method, path, answer);
            default:
                String hint = answer.header("Location").isPresent() ? "; redirects are not followed" : "";
                return new NimbleResponseException(message + hint + shown(words), method, path, answer);
        }
    }

    private static boolean isPage(String body) {
        return body.replace("\ufeff", "").stripLeading().startsWith("<");
    }

    private static String tokenHint(Request request) {
        return request.signature == null
                ? ": it seems to want a management token, and none is set (managementToken)"
                : ": is the management token the one in nimble.conf (management_token)?";
    }

    private static String shown(String words) {
        return words.isEmpty() ? "" : ": " + Reply.inShort(words);
    }
}
