package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonReader;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A call of the fake to one of your handlers, and what became of it; see {@link FakeNimble#handlerCalls()}. Immutable.
 * {@link #toString()} shows neither the query of the URL nor the bodies, since those hold signatures.
 */
public final class HandlerCall {
    private final URI url;
    private final String bodyText;
    private final OptionalInt status;
    private final String answerText;
    private final String problem;

    private HandlerCall(URI url, String bodyText, OptionalInt status, String answerText, String problem) {
        this.url = url;
        this.bodyText = bodyText;
        this.status = status;
        this.answerText = answerText;
        this.problem = problem;
    }

    static HandlerCall answered(URI url, String bodyText, int status, String answerText) {
        return new HandlerCall(url, bodyText, OptionalInt.of(status), answerText, "");
    }

    static HandlerCall unanswered(URI url, String bodyText, String problem) {
        return new HandlerCall(url, bodyText, OptionalInt.empty(), "", problem);
    }

    HandlerCall withProblem(String problem) {
        return new HandlerCall(url, bodyText, status, answerText, problem);
    }

    /**
     * Where the handler is.
     *
     * @return the URL
     */
    public URI url() {
        return url;
    }

    /**
     * What was posted.
     *
     * @return the body, which may hold a signature
     */
    public String bodyText() {
        return bodyText;
    }

    /**
     * The HTTP status that the handler answered.
     *
     * @return the status; empty if no whole answer came
     */
    public OptionalInt status() {
        return status;
    }

    /**
     * What the handler answered.
     *
     * @return the body, read as UTF-8, or {@code ""}; may hold a solution
     */
    public String answerText() {
        return answerText;
    }

    /**
     * Why the fake did not do what the answer says, or that there was none.
     *
     * @return a text without secrets, or empty if all is well
     */
    public Optional<String> problem() {
        return Optional.of(problem).filter(text -> !text.isEmpty());
    }

    boolean isAnswered(int wanted) {
        return status.equals(OptionalInt.of(wanted));
    }

    /** The members of an answer that is a JSON object. */
    Optional<Map<String, @Nullable Object>> answer() {
        return JsonReader.members(answerText);
    }

    /** A URL without user name and query. */
    static String shown(URI url) {
        String begin = Objects.requireNonNullElse(url.getScheme(), "") + ":";
        return url.getHost() == null
                ? begin
                : begin + "//" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort()) + url.getRawPath();
    }

    @Override
    public String toString() {
        String outcome = status.isPresent() ? Integer.toString(status.getAsInt()) : "no answer";
        return "HandlerCall[" + shown(url) + ": " + outcome + (problem.isEmpty() ? "" : ", " + problem) + "]";
    }
}
