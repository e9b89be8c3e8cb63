package io.github.nimbleapi.internal.icecast;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.nimbleapi.icecast.Icecast;
import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Reply;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Icecast over a {@link CallRunner}. */
public final class DefaultIcecast implements Icecast {
    private final CallRunner calls;

    public DefaultIcecast(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public Optional<IcecastStreamInfo> streamInfo(String app, String stream) {
        return calls.block(info(app, stream));
    }

    @Override
    public CompletableFuture<Optional<IcecastStreamInfo>> streamInfoAsync(String app, String stream) {
        return calls.start(info(app, stream));
    }

    @Override
    public void updateMetadata(String app, String stream, String title) {
        calls.block(update(app, stream, metadata(title)));
    }

    @Override
    public CompletableFuture<Void> updateMetadataAsync(String app, String stream, String title) {
        return calls.start(update(app, stream, metadata(title)));
    }

    @Override
    public void updateMetadata(String app, String stream, String title, String url) {
        calls.block(update(app, stream, metadata(title, url)));
    }

    @Override
    public CompletableFuture<Void> updateMetadataAsync(String app, String stream, String title, String url) {
        return calls.start(update(app, stream, metadata(title, url)));
    }

    private static Operation<Optional<IcecastStreamInfo>> info(String app, String stream) {
        return Operation.search(Endpoint.ICECAST_STREAM_INFO.request(app, stream), reply -> Optional.of(read(reply)));
    }

    private static Operation<Void> update(String app, String stream, ObjectNode metadata) {
        return Answer.command(Endpoint.ICECAST_METADATA.request(app, stream).json(metadata.toString()));
    }

    private static ObjectNode metadata(String title) {
        return JsonNodeFactory.instance.objectNode().put("streamtitle", Objects.requireNonNull(title, "title"));
    }

    private static ObjectNode metadata(String title, String url) {
        return metadata(title).put("streamurl", Objects.requireNonNull(url, "url"));
    }

    private static IcecastStreamInfo read(Reply reply) throws IOException {
        Members info = Answer.object(reply);
        return IcecastStreamInfo.builder()
                .name(info.text("icy-name"))
                .genre(info.text("icy-genre"))
                .bitrate(info.count("icy-br"))
                .title(info.text("streamtitle"))
                .url(info.text("streamurl"))
                .extraMembers(info.rest())
                .build();
    }
}
