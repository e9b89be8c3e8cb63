package io.github.nimbleapi.testkit;

import io.github.nimbleapi.session.SessionType;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** The door: a player has a session that runs, or gets one if nothing speaks against it. */
final class Admission {
    private final FakeSessions sessions;
    private final FakeWmsAuth wmsAuth;
    private final FakePayPerView payPerView;
    private final FakePlaybackAuthorization authorization;
    private final Clock clock;

    Admission(
            FakeSessions sessions,
            FakeWmsAuth wmsAuth,
            FakePayPerView payPerView,
            FakePlaybackAuthorization authorization,
            Clock clock) {
        this.sessions = sessions;
        this.wmsAuth = wmsAuth;
        this.payPerView = payPerView;
        this.authorization = authorization;
        this.clock = clock;
    }

    /** Answers in the session that the player has, or in a new one. */
    WireReply inSession(Visit visit, SessionType type, Function<FakeSession, WireReply> answer) {
        return visit.sessionId().isPresent()
                ? inRunningSession(visit, answer)
                : inNewSession(visit, type, sessions::addAgeing, answer);
    }

    /** Answers in a session that lasts as long as the answer. */
    WireReply inSessionOfItsOwn(Visit visit, SessionType type, Function<FakeSession, WireReply> answer) {
        return inNewSession(visit, type, sessions::add, answer);
    }

    /** Answers in the session that the player has. */
    WireReply inRunningSession(Visit visit, Function<FakeSession, WireReply> answer) {
        Optional<FakeSession> running = running(visit);
        running.ifPresent(session -> session.served(0, clock.instant()));
        return running.map(session -> counted(session, answer.apply(session))).orElse(WireReply.forbidden());
    }

    private Optional<FakeSession> running(Visit visit) {
        return visit.sessionId()
                .flatMap(Admission::number)
                .flatMap(sessions::find)
                .filter(session -> session.clientIp().equals(visit.clientIp())
                        && session.app().equals(visit.stream().app())
                        && session.stream().equals(visit.stream().stream()));
    }

    private static Optional<Long> number(String id) {
        try {
            return Optional.of(Long.parseUnsignedLong(id));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Answers with the chunk list, about which the handler is asked as well, once in a session. */
    WireReply forChunkList(Visit visit, Function<FakeSession, WireReply> answer) {
        return visit.sessionId().isEmpty()
                ? inSession(visit, SessionType.HLS, answer)
                : inRunningSession(
                        visit, session -> chunkListRefusal(visit, session).orElseGet(() -> answer.apply(session)));
    }

    private Optional<WireReply> chunkListRefusal(Visit visit, FakeSession session) {
        if (session.isChunkListAllowed()) {
            return Optional.empty();
        }
        Optional<WireReply> refusal = refusal(visit, session.viewerId());
        refusal.ifPresentOrElse(reply -> sessions.disconnect(session), session::allowChunkList);
        return refusal;
    }

    private Optional<WireReply> refusal(Visit visit, String viewerId) {
        return payPerView.denies(viewerId)
                ? Optional.of(WireReply.forbidden())
                : authorization.refusal(visit.request(), visit.stream().app(), visit.clientIp(), viewerId);
    }

    private WireReply inNewSession(
            Visit visit,
            SessionType type,
            Function<FakeSession.Settings, FakeSession> add,
            Function<FakeSession, WireReply> answer) {
        FakeStream stream = visit.stream();
        Optional<String> viewer = wmsAuth.admit(stream.app(), stream.stream(), visit.clientIp(), visit.signature());
        if (viewer.isEmpty()) {
            return WireReply.forbidden();
        }
        Optional<WireReply> refusal = refusal(visit, viewer.get());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        FakeSession session = add.apply(described(visit, type, viewer.get()));
        if (payPerView.denies(viewer.get())) {
            // Denied while it was let in.
            sessions.disconnect(session);
            return WireReply.forbidden();
        }
        return counted(session, answer.apply(session));
    }

    private FakeSession.Settings described(Visit visit, SessionType type, String viewerId) {
        return new FakeSession.Settings(clock.instant())
                .app(visit.stream().app()).stream(visit.stream().stream())
                        .type(type)
                        .clientIp(visit.clientIp())
                        .userAgent(visit.userAgent())
                        .viewerId(viewerId);
    }

    private WireReply counted(FakeSession session, WireReply reply) {
        return reply.onSent(bytes -> session.served(bytes, clock.instant()));
    }
}
