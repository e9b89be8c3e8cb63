package io.github.nimbleapi.internal.dvr;

import io.github.nimbleapi.dvr.Dvr;
import io.github.nimbleapi.dvr.DvrArchive;
import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.dvr.ExportProgress;
import io.github.nimbleapi.internal.http.BaseUrl;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.signing.ManagementSigner;
import io.github.nimbleapi.signing.SignedUrl;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Archives over a {@link CallRunner}. */
public final class DefaultDvr implements Dvr {
    private static final Consumer<ExportProgress> NOBODY = progress -> {};
    private static final Operation<List<DvrArchive>> ARCHIVES =
            Operation.of(Endpoint.DVR_STATUS.request().with("timeline", "true"), DvrReader::archives);

    private final CallRunner calls;
    private final BaseUrl url;
    private final @Nullable ManagementSigner signer;

    public DefaultDvr(CallRunner calls, BaseUrl url, @Nullable ManagementSigner signer) {
        this.calls = calls;
        this.url = url;
        this.signer = signer;
    }

    @Override
    public List<DvrArchive> archives() {
        return calls.block(ARCHIVES);
    }

    @Override
    public CompletableFuture<List<DvrArchive>> archivesAsync() {
        return calls.start(ARCHIVES);
    }

    @Override
    public Optional<DvrArchive> archive(String app, String stream) {
        return calls.block(ArchiveRequests.find(app, stream));
    }

    @Override
    public CompletableFuture<Optional<DvrArchive>> archiveAsync(String app, String stream) {
        return calls.start(ArchiveRequests.find(app, stream));
    }

    @Override
    public long export(DvrExport export, Path target) {
        return export(export, target, NOBODY);
    }

    @Override
    public CompletableFuture<Long> exportAsync(DvrExport export, Path target) {
        return exportAsync(export, target, NOBODY);
    }

    @Override
    public long export(DvrExport export, Path target, Consumer<? super ExportProgress> progress) {
        return calls.block(FileTransfer.of(export, PartFile.of(target), progress));
    }

    @Override
    public CompletableFuture<Long> exportAsync(
            DvrExport export, Path target, Consumer<? super ExportProgress> progress) {
        return calls.start(FileTransfer.of(export, PartFile.of(target), progress));
    }

    @Override
    public long export(DvrExport export, OutputStream target) {
        return export(export, target, NOBODY);
    }

    @Override
    public CompletableFuture<Long> exportAsync(DvrExport export, OutputStream target) {
        return exportAsync(export, target, NOBODY);
    }

    @Override
    public long export(DvrExport export, OutputStream target, Consumer<? super ExportProgress> progress) {
        return calls.block(FileTransfer.of(export, new GivenStream(target), progress));
    }

    @Override
    public CompletableFuture<Long> exportAsync(
            DvrExport export, OutputStream target, Consumer<? super ExportProgress> progress) {
        return calls.start(FileTransfer.of(export, new GivenStream(target), progress));
    }

    @Override
    public SignedUrl exportUrl(DvrExport export) {
        return SignedUrl.of(url.address(ArchiveRequests.export(Objects.requireNonNull(export, "export")), signer));
    }

    @Override
    public void reload(String app, String stream) {
        calls.block(ArchiveRequests.reload(app, stream));
    }

    @Override
    public CompletableFuture<Void> reloadAsync(String app, String stream) {
        return calls.start(ArchiveRequests.reload(app, stream));
    }

    @Override
    public void cleanUpToDepth(String app, String stream, Duration depth) {
        calls.block(ArchiveRequests.cleanUpToDepth(app, stream, depth));
    }

    @Override
    public CompletableFuture<Void> cleanUpToDepthAsync(String app, String stream, Duration depth) {
        return calls.start(ArchiveRequests.cleanUpToDepth(app, stream, depth));
    }

    @Override
    public void cleanUpRange(String app, String stream, Instant from, Instant to) {
        calls.block(ArchiveRequests.cleanUpRange(app, stream, from, to));
    }

    @Override
    public CompletableFuture<Void> cleanUpRangeAsync(String app, String stream, Instant from, Instant to) {
        return calls.start(ArchiveRequests.cleanUpRange(app, stream, from, to));
    }

    @Override
    public void cleanUpAll(String app, String stream) {
        calls.block(ArchiveRequests.cleanUpAll(app, stream));
    }

    @Override
    public CompletableFuture<Void> cleanUpAllAsync(String app, String stream) {
        return calls.start(ArchiveRequests.cleanUpAll(app, stream));
    }
}
