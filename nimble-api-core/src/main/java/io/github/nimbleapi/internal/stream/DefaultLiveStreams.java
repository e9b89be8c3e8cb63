package io.github.nimbleapi.internal.stream;

import io.github.nimbleapi.error.NimbleUnsupportedException;
import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.stream.LiveStream;
import io.github.nimbleapi.stream.LiveStreams;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Live streams over a {@link CallRunner}. */
public final class DefaultLiveStreams implements LiveStreams {
    private static final Operation<List<LiveStream>> STATUS =
            Operation.of(Endpoint.LIVE_STREAMS_STATUS.request(), DefaultLiveStreams::read);
    private static final Operation<List<LiveStream>> OLDER_STATUS =
            Operation.of(Endpoint.RTMP_STATUS.request(), DefaultLiveStreams::read);

    private final CallRunner calls;
    private final AtomicBoolean serverIsOlder;

    /** The flag is shared by all that talk to the same server. */
    public DefaultLiveStreams(CallRunner calls, AtomicBoolean serverIsOlder) {
        this.calls = calls;
        this.serverIsOlder = serverIsOlder;
    }

    @Override
    public List<LiveStream> list() {
        return calls.block(all());
    }

    @Override
    public CompletableFuture<List<LiveStream>> listAsync() {
        return calls.start(all());
    }

    @Override
    public List<LiveStream> list(String app) {
        return calls.block(all(on(app)));
    }

    @Override
    public CompletableFuture<List<LiveStream>> listAsync(String app) {
        return calls.start(all(on(app)));
    }

    @Override
    public Optional<LiveStream> find(String app, String stream) {
        return calls.block(first(on(app).and(named(stream))));
    }

    @Override
    public CompletableFuture<Optional<LiveStream>> findAsync(String app, String stream) {
        return calls.start(first(on(app).and(named(stream))));
    }

    private static Predicate<LiveStream> on(String app) {
        requireText(app, "app");
        return stream -> stream.app().equals(app);
    }

    private static Predicate<LiveStream> named(String name) {
        requireText(name, "stream");
        return stream -> stream.stream().equals(name);
    }

    private static void requireText(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: give its name, or list() all");
        }
    }

    /** Goes the way that led to an answer before; where that is closed, Nimble was replaced by another build. */
    private Operation<List<LiveStream>> all() {
        return serverIsOlder.get()
                ? OLDER_STATUS.orElse(NimbleUnsupportedException.class, gone -> remembered(STATUS, false))
                : STATUS.orElse(NimbleUnsupportedException.class, this::allOfOlderServer);
    }

    /** Where it knows neither endpoint, the answer to the newer one is what the user should see. */
    private Operation<List<LiveStream>> allOfOlderServer(NimbleUnsupportedException unsupported) {
        return remembered(OLDER_STATUS, true)
                .orElse(NimbleUnsupportedException.class, again -> Operation.failing(unsupported));
    }

    private Operation<List<LiveStream>> remembered(Operation<List<LiveStream>> status, boolean ofOlderServer) {
        return status.map(streams -> {
            serverIsOlder.set(ofOlderServer);
            return streams;
        });
    }

    private Operation<List<LiveStream>> all(Predicate<LiveStream> filter) {
        return all().map(streams -> streams.stream().filter(filter).collect(Collectors.toUnmodifiableList()));
    }

    private Operation<Optional<LiveStream>> first(Predicate<LiveStream> filter) {
        return all().map(streams -> streams.stream().filter(filter).findFirst());
    }

    private static List<LiveStream> read(Reply reply) throws IOException {
        return Answer.list(reply, "apps").stream()
                .flatMap(app -> app.children("streams").stream().map(stream -> liveStream(app.text("app"), stream)))
                .collect(Collectors.toUnmodifiableList());
    }

    private static LiveStream liveStream(String app, Members stream) {
        LiveStream.Builder builder = LiveStream.builder().app(app).stream(stream.text("strm"))
                .protocol(stream.text("protocol"))
                .bandwidth(stream.whole("bandwidth"))
                .resolution(stream.text("resolution"))
                .videoCodec(stream.text("vcodec"))
                .audioCodec(stream.text("acodec"))
                .publisherIp(stream.text("publisher_ip"))
                .publisherPort(stream.port("publisher_port"))
                .sourceUrl(stream.text("source_url"));
        stream.moment("publish_time").ifPresent(builder::published);
        return builder.extraMembers(stream.rest()).build();
    }
}
