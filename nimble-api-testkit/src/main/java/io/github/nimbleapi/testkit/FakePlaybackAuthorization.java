package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.WireRequest;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Playback session authorization of a fake, from {@link FakeNimble#playbackAuthorization()}: it asks your handler whether a
 * player may open a session. Sessions of {@link FakeNimble#addSession} are not asked about. Thread-safe.
 */
public final class FakePlaybackAuthorization {
    private final Handler handler;
    private volatile Set<String> apps = Set.of();
    private volatile boolean allowByDefault = true;

    FakePlaybackAuthorization(Handlers handlers) {
        this.handler = new Handler(handlers);
    }

    /**
     * A handler is asked.
     *
     * @param handler its URL, http or https
     * @throws IllegalArgumentException if it is no such URL
     */
    public void handler(URI handler) {
        this.handler.at(handler);
    }

    /**
     * The protected applications: players of others are let in without a question.
     *
     * @param apps their names; none, the default, for all applications
     */
    public void apps(String... apps) {
        this.apps = Set.copyOf(List.of(Objects.requireNonNull(apps, "apps")));
    }

    /**
     * Whether players are let in when the handler can't be reached, is too slow, or answers what can't be understood.
     *
     * @param allowByDefault default: true
     */
    public void allowByDefault(boolean allowByDefault) {
        this.allowByDefault = allowByDefault;
    }

    /**
     * How long the handler may take for its whole answer.
     *
     * @param timeout more than zero; default: 5 seconds
     * @throws IllegalArgumentException if it is zero or less
     */
    public void timeout(Duration timeout) {
        handler.timeout(timeout);
    }

    /** Asks the handler about a new session; what to answer the player if it is not let in. */
    Optional<WireReply> refusal(WireRequest request, String app, String clientIp, String viewerId) {
        boolean asked = handler.isSet() && (apps.isEmpty() || apps.contains(app));
        return asked
                ? refusal(handler.post(question(request, clientIp, viewerId), FakePlaybackAuthorization::problem))
                : Optional.empty();
    }

    private Optional<WireReply> refusal(HandlerCall call) {
        if (call.problem().isPresent()) {
            return allowByDefault ? Optional.empty() : Optional.of(WireReply.forbidden());
        }
        switch (returnCode(call)) {
            case "200":
                return Optional.empty();
            case "302":
                return location(call).map(WireReply::redirect);
            default:
                return Optional.of(WireReply.forbidden());
        }
    }

    private static String problem(HandlerCall call) {
        String code = returnCode(call);
        boolean understood = code.equals("200")
                || code.equals("403")
                || (code.equals("302") && location(call).isPresent());
        return understood ? "" : "the answer needs return_code 200, 403, or 302 with redirect_location";
    }

    /** {@code ""} where there is none. */
    private static String returnCode(HandlerCall call) {
        if (call.isAnswered(403)) {
            return "403";
        }
        return call.answer()
                .filter(answer -> call.isAnswered(200))
                .map(answer -> answer.get("return_code"))
                .filter(BigDecimal.class::isInstance)
                .map(Object::toString)
                .orElse("");
    }

    private static Optional<String> location(HandlerCall call) {
        return call.answer()
                .map(answer -> answer.get("redirect_location"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(location -> location.matches("\\p{Graph}+"));
    }

    private static String question(WireRequest request, String clientIp, String viewerId) {
        JsonText text = new JsonText().member("url", request.path());
        request.header("host").ifPresent(host -> text.member("host", host));
        request.header("user-agent").ifPresent(agent -> text.member("user_agent", agent));
        request.header("referer").ifPresent(referer -> text.member("referer", referer));
        text.member("client_ip", clientIp);
        return (viewerId.isEmpty() ? text : text.member("ppv_id", viewerId)).toString();
    }
}
