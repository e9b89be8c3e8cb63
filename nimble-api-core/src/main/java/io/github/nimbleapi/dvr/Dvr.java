package io.github.nimbleapi.dvr;

import io.github.nimbleapi.signing.SignedUrl;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * What is recorded (DVR). Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an
 * {@code Async} method fails with it as its direct cause, and its {@code cancel(true)} closes the connection. What only
 * reads is repeated as the {@link io.github.nimbleapi.RetryPolicy} says, what changes something is sent once.
 *
 * <h2>Exports</h2>
 *
 * They go from the connection to their target as they arrive, in little memory, however long they are.
 *
 * <ul>
 *   <li><strong>Time.</strong> {@link io.github.nimbleapi.CallOptions#callTimeout()} bounds the time until the first byte
 *       of the file arrives, and then each wait for more bytes, but not the whole. The server may need minutes before it
 *       begins: give it time with {@link io.github.nimbleapi.NimbleClient#withOptions}.
 *   <li><strong>Size.</strong> {@link io.github.nimbleapi.CallOptions#maxResponseBytes()} holds only where it is set.
 *   <li><strong>Repeating.</strong> What fails before the first byte is repeated as the {@code RetryPolicy} says. After
 *       it nothing is repeated. A {@link io.github.nimbleapi.CallListener} is told of an attempt when that byte has come.
 *   <li><strong>A file as the target</strong> is written under another name next to it ({@code <name>.<random>.part}) and
 *       takes its place at once when it is complete. A file that was there is replaced; of a symbolic link the link itself.
 *       Where the export fails, is cancelled or interrupted, or the client is closed, the part is removed and what was
 *       there stays. Only a process that dies leaves the part.
 *   <li><strong>A stream as the target</strong> is flushed when the export is complete, and never closed. Where it fails,
 *       what was written stays; the message of the exception says how many bytes that are. A chunk may still be written
 *       just after the future was cancelled.
 *   <li><strong>Progress</strong> is told after each chunk and once more when all have been written, by the thread that
 *       writes: the caller's own, or one of the client for an {@code Async} method. It is never told concurrently; what
 *       it throws ends the export and reaches the caller.
 *   <li><strong>Whether it is whole</strong> is known where the server announces the length, or sends in chunks. If it
 *       does neither, an answer that breaks off looks like a shorter file: then {@link ExportProgress#total()} is empty.
 * </ul>
 *
 * <p>An export throws {@link io.github.nimbleapi.error.NimbleNotFoundException} where there is no such archive,
 * {@link io.github.nimbleapi.error.NimbleDataException} where the answer is no file,
 * {@link io.github.nimbleapi.error.NimbleTimeoutException} where nothing more arrives,
 * {@link io.github.nimbleapi.error.NimbleConnectionException} where the connection breaks, and
 * {@link java.io.UncheckedIOException} where the target can't be written; its cause says why.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Dvr {
    /**
     * {@code GET /manage/dvr_status?timeline=true}: all archives.
     *
     * @return an immutable list, in the server's order
     */
    List<DvrArchive> archives();

    /**
     * {@link #archives()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<DvrArchive>> archivesAsync();

    /**
     * {@code GET /manage/dvr_status/{app}/{stream}?timeline=true}: the archive of a stream.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return the archive, or empty if there is none
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     */
    Optional<DvrArchive> archive(String app, String stream);

    /**
     * {@link #archive(String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return the archive to come
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     */
    CompletableFuture<Optional<DvrArchive>> archiveAsync(String app, String stream);

    /**
     * Exports to a file. See {@link Dvr} for all that holds for exports.
     *
     * @param export what to export
     * @param target the file, in a directory that exists
     * @return how many bytes it has
     * @throws IllegalArgumentException if the directory does not exist, or the target exists and is no file; then nothing
     *     was sent
     */
    long export(DvrExport export, Path target);

    /**
     * {@link #export(DvrExport, Path)} without blocking.
     *
     * @param export what to export
     * @param target the file, in a directory that exists
     * @return how many bytes it has, when it is complete
     * @throws IllegalArgumentException if the directory does not exist, or the target exists and is no file; then nothing
     *     was sent
     */
    CompletableFuture<Long> exportAsync(DvrExport export, Path target);

    /**
     * Exports to a file and tells how far it is. See {@link Dvr} for all that holds for exports.
     *
     * @param export what to export
     * @param target the file, in a directory that exists
     * @param progress is told
     * @return how many bytes it has
     * @throws IllegalArgumentException if the directory does not exist, or the target exists and is no file; then nothing
     *     was sent
     */
    long export(DvrExport export, Path target, Consumer<? super ExportProgress> progress);

    /**
     * {@link #export(DvrExport, Path, Consumer)} without blocking.
     *
     * @param export what to export
     * @param target the file, in a directory that exists
     * @param progress is told
     * @return how many bytes it has, when it is complete
     * @throws IllegalArgumentException if the directory does not exist, or the target exists and is no file; then nothing
     *     was sent
     */
    CompletableFuture<Long> exportAsync(DvrExport export, Path target, Consumer<? super ExportProgress> progress);

    /**
     * Exports to a stream. See {@link Dvr} for all that holds for exports.
     *
     * @param export what to export
     * @param target flushed in the end, never closed
     * @return how many bytes were written
     */
    long export(DvrExport export, OutputStream target);

    /**
     * {@link #export(DvrExport, OutputStream)} without blocking.
     *
     * @param export what to export
     * @param target flushed in the end, never closed
     * @return how many bytes were written, when it is complete
     */
    CompletableFuture<Long> exportAsync(DvrExport export, OutputStream target);

    /**
     * Exports to a stream and tells how far it is. See {@link Dvr} for all that holds for exports.
     *
     * @param export what to export
     * @param target flushed in the end, never closed
     * @param progress is told
     * @return how many bytes were written
     */
    long export(DvrExport export, OutputStream target, Consumer<? super ExportProgress> progress);

    /**
     * {@link #export(DvrExport, OutputStream, Consumer)} without blocking.
     *
     * @param export what to export
     * @param target flushed in the end, never closed
     * @param progress is told
     * @return how many bytes were written, when it is complete
     */
    CompletableFuture<Long> exportAsync(
            DvrExport export, OutputStream target, Consumer<? super ExportProgress> progress);

    /**
     * The address of an export, for another program to fetch. Nothing is sent. <strong>With a management token it is as
     * secret as the token</strong>: read the warning at {@link SignedUrl} before you pass it on.
     *
     * @param export what to export
     * @return the address, signed if the client has a token
     */
    SignedUrl exportUrl(DvrExport export);

    /**
     * {@code POST /manage/dvr/reload/{app}/{stream}}: reads an archive again from the disk.
     *
     * @param app the application
     * @param stream the name of the stream
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is no such archive
     */
    void reload(String app, String stream);

    /**
     * {@link #reload(String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     */
    CompletableFuture<Void> reloadAsync(String app, String stream);

    /**
     * {@code POST /manage/dvr/cleanup_archive/{app}/{stream}?target_depth=}: <strong>deletes</strong> what is older than
     * the latest part of a length.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param depth how much to keep, in whole minutes, at least one
     * @throws IllegalArgumentException if the depth is less than a minute or has a part of one, or a name is empty,
     *     {@code .} or {@code ..}
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is no such archive
     */
    void cleanUpToDepth(String app, String stream, Duration depth);

    /**
     * {@link #cleanUpToDepth(String, String, Duration)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param depth how much to keep, in whole minutes, at least one
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if the depth is less than a minute or has a part of one, or a name is empty,
     *     {@code .} or {@code ..}
     */
    CompletableFuture<Void> cleanUpToDepthAsync(String app, String stream, Duration depth);

    /**
     * {@code POST /manage/dvr/cleanup_archive/{app}/{stream}?from=&to=}: <strong>deletes</strong> what was recorded
     * between two moments. Nimble knows whole seconds, so the first is rounded up and the second down: nothing outside is
     * asked to be deleted.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param from the beginning
     * @param to the end
     * @throws IllegalArgumentException if there is not a whole second between the two, one is not within the years 1970 to
     *     9999, or a name is empty, {@code .} or {@code ..}
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is no such archive
     */
    void cleanUpRange(String app, String stream, Instant from, Instant to);

    /**
     * {@link #cleanUpRange(String, String, Instant, Instant)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param from the beginning
     * @param to the end
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if there is not a whole second between the two, one is not within the years 1970 to
     *     9999, or a name is empty, {@code .} or {@code ..}
     */
    CompletableFuture<Void> cleanUpRangeAsync(String app, String stream, Instant from, Instant to);

    /**
     * {@code POST /manage/dvr/cleanup_archive/{app}/{stream}}: <strong>deletes all</strong> that is recorded of a stream.
     *
     * @param app the application
     * @param stream the name of the stream
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     * @throws io.github.nimbleapi.error.NimbleNotFoundException if there is no such archive
     */
    void cleanUpAll(String app, String stream);

    /**
     * {@link #cleanUpAll(String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if a name is empty, {@code .} or {@code ..}
     */
    CompletableFuture<Void> cleanUpAllAsync(String app, String stream);
}
