package io.github.nimbleapi.internal.dvr;

import static java.lang.System.Logger.Level.WARNING;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/** A file that is written under another name, and takes its own only when it is complete. */
final class PartFile implements ExportTarget {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final Path target;
    private final Path part;
    private OutputStream stream = OutputStream.nullOutputStream();
    private boolean created;
    private boolean over;

    private PartFile(Path target) {
        this.target = target;
        String random =
                String.format(Locale.ROOT, "%016x", ThreadLocalRandom.current().nextLong());
        this.part = target.resolveSibling(target.getFileName() + "." + random + ".part");
    }

    static PartFile of(Path target) {
        Path file = Objects.requireNonNull(target, "target").toAbsolutePath();
        // A device must not be replaced either.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IllegalArgumentException("target is '" + target + "', which is no file: give the path of one");
        }
        Path directory = file.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new IllegalArgumentException(
                    "target is '" + target + "', but there is no directory '" + directory + "': create it first");
        }
        return new PartFile(file);
    }

    @Override
    public synchronized void open() throws IOException {
        requireNotOver();
        stream = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        created = true;
    }

    @Override
    public void write(byte[] bytes, int count) throws IOException {
        stream.write(bytes, 0, count);
    }

    @Override
    public synchronized void finish() throws IOException {
        requireNotOver();
        stream.close();
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        }
        over = true;
    }

    @Override
    public synchronized void discard() {
        if (over) {
            return;
        }
        over = true;
        if (created) {
            remove();
        }
    }

    private void remove() {
        try {
            stream.close();
        } catch (IOException e) {
            // Nobody misses what it could not write.
        }
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            LOGGER.log(WARNING, "an incomplete export is left over: " + part, e);
        }
    }

    private void requireNotOver() throws IOException {
        if (over) {
            throw new IOException("the call was given up");
        }
    }

    @Override
    public String toString() {
        return part.toString();
    }
}
