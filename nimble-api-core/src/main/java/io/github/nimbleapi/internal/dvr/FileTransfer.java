package io.github.nimbleapi.internal.dvr;

import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.dvr.ExportProgress;
import io.github.nimbleapi.internal.http.BodyStream;
import io.github.nimbleapi.internal.http.Opened;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.internal.http.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** An open answer that is a file, on its way to its target. Used by one thread, closed by any. */
final class FileTransfer implements Opened {
    private static final int CHUNK = 16 * 1024;

    private final Reply reply;
    private final BodyStream body;
    private final byte[] beginning;
    private final ExportTarget target;
    private final Consumer<? super ExportProgress> progress;
    private final OptionalLong total;
    private long written;

    private FileTransfer(
            Reply reply,
            BodyStream body,
            byte[] beginning,
            ExportTarget target,
            Consumer<? super ExportProgress> progress) {
        this.reply = reply;
        this.body = body;
        this.beginning = beginning;
        this.target = target;
        this.progress = progress;
        this.total = reply.contentLength();
    }

    static Operation<Long> of(DvrExport export, ExportTarget target, Consumer<? super ExportProgress> progress) {
        Objects.requireNonNull(export, "export");
        Objects.requireNonNull(progress, "progress");
        return Operation.opening(
                ArchiveRequests.export(export),
                reply -> {
                    BodyStream body = reply.handOverBody();
                    byte[] beginning = new FileCheck(reply, export.isSubtitles()).beginning(body);
                    return new FileTransfer(reply, body, beginning, target, progress);
                },
                FileTransfer::run);
    }

    private long run() {
        try (this) {
            target(target::open);
            pass(beginning, beginning.length);
            byte[] chunk = new byte[CHUNK];
            for (int count = read(chunk); count >= 0; count = read(chunk)) {
                pass(chunk, count);
            }
            tell();
            target(target::finish);
            return written;
        }
    }

    private void pass(byte[] chunk, int count) {
        if (count > 0) {
            target(() -> target.write(chunk, count));
            written += count;
            tell();
        }
    }

    private void tell() {
        progress.accept(ExportProgress.of(written, total));
    }

    private int read(byte[] chunk) {
        try {
            body.nextElement();
            return body.read(chunk);
        } catch (IOException e) {
            throw reply.failure(e, written);
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }

    private void target(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw isInterrupt(e) ? reply.failure(new InterruptedIOException(e.getMessage()), written) : failed(e);
        }
    }

    private static boolean isInterrupt(IOException e) {
        return Thread.currentThread().isInterrupted()
                && (e instanceof ClosedByInterruptException || e instanceof InterruptedIOException);
    }

    private UncheckedIOException failed(IOException e) {
        return new UncheckedIOException(
                reply.subject(written) + ": writing to " + target + " failed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        body.close();
        target.discard();
    }
}
