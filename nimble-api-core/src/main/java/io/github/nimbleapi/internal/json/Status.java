package io.github.nimbleapi.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.nimbleapi.error.NimbleRejectedException;
import io.github.nimbleapi.internal.http.Reply;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The {@code status} that Nimble puts into its answers, in all of its spellings. */
public enum Status {
    OK,
    NOT_FOUND,
    REFUSED;

    /** A missing status counts as {@link #OK}. */
    public static Status of(@Nullable String word) {
        String letters = word == null ? "" : word.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        switch (letters) {
            case "":
            case "ok":
            case "success":
                return OK;
            case "notfound":
                return NOT_FOUND;
            default:
                return REFUSED;
        }
    }

    /** Of an answer as a whole, which may also say no with a member {@code error}. */
    public static Status of(JsonNode answer) {
        return answer.hasNonNull("error") ? REFUSED : of(answer.path("status").asText(""));
    }

    public static NimbleRejectedException rejection(Reply reply, String bodyText) {
        var answer = reply.excerpt(bodyText);
        return new NimbleRejectedException(
                reply.subject() + " was refused with HTTP 200 and " + answer.bodyText(),
                reply.request().method(),
                reply.request().path(),
                answer);
    }
}
