package io.github.nimbleapi.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** The {@code status} that Nimble puts into its answers, in all of its spellings. */
public enum Status {
    OK,
    NOT_FOUND,
    REFUSED;

    private static final List<String> NO_ERROR = List.of("", "0", "200");

    /** No word counts as {@link #OK}. */
    public static Status of(String word) {
        String letters = word.replaceAll("[^A-Za-z]", "").toLowerCase(Locale.ROOT);
        switch (letters) {
            case "":
                // The number of an error is no word, and no yes either.
                return NO_ERROR.contains(word.strip()) ? OK : REFUSED;
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
        return saysError(answer.path("error"))
                ? REFUSED
                : of(answer.path("status").asText(""));
    }

    private static boolean saysError(JsonNode error) {
        return error.isContainerNode() || !List.of("", "0", "false").contains(error.asText(""));
    }
}
