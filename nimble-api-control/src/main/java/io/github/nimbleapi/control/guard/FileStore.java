package io.github.nimbleapi.control.guard;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.WARNING;

import java.io.BufferedOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A store in a file to which each change is appended. It is written through {@link RandomAccessFile}, since an interrupt
 * of the caller would close a channel.
 */
final class FileStore implements BlocklistStore {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");
    /** So many lines more than entries are not worth writing the file anew. */
    private static final int SPARE_LINES = 1000;

    private final Path file;
    private final LockFile lock;
    /** Takes the place of the file when it is complete. */
    private final Path fresh;

    private final Map<List<?>, Block> blocks = new LinkedHashMap<>();
    private RandomAccessFile log;
    /** Whatever the file has behind it was not acknowledged. */
    private long end;

    private int lines;
    private boolean closed;

    private FileStore(Path file, LockFile lock) throws IOException {
        this.file = file;
        this.lock = lock;
        this.fresh = Path.of(file + ".new");
        boolean isWhole = read();
        this.log = writable(file);
        if (!isWhole) {
            endLine();
        }
        discardFresh();
        forceFolder();
    }

    static FileStore open(Path path) {
        try {
            writable(path).close();
            // Through links, because the file is replaced now and then.
            Path file = path.toRealPath();
            LockFile lock = LockFile.of(file);
            try {
                return new FileStore(file, lock);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RandomAccessFile writable(Path file) throws IOException {
        return new RandomAccessFile(file.toFile(), "rw");
    }

    /** Whether the last line has an end. */
    private boolean read() throws IOException {
        String text = content();
        int whole = text.lastIndexOf('\n') + 1;
        text.substring(0, whole).lines().forEach(this::apply);
        end = whole;
        return whole == text.length() || !readRest(text.substring(whole));
    }

    // A crash leaves a part of a line; an editor may leave a whole one without its end.
    private boolean readRest(String rest) {
        try {
            apply(rest);
            end += rest.length();
            return true;
        } catch (UncheckedIOException e) {
            LOGGER.log(WARNING, file + ": dropped what was cut off at its end, " + rest.length() + " bytes");
            return false;
        }
    }

    private void endLine() throws IOException {
        log.seek(end);
        log.write('\n');
        end++;
    }

    // Each byte as a letter at first, because damage may have any form.
    private String content() throws IOException {
        try (InputStream in = new FileInputStream(file.toFile())) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private void apply(String text) {
        lines++;
        if (text.isBlank()) {
            return;
        }
        try {
            keep(BlockLine.parse(decoded(text)));
        } catch (IllegalArgumentException e) {
            throw new UncheckedIOException(new IOException(
                    file + " is damaged: line " + lines
                            + " is no change of a blocklist. Restore the file, or delete the line",
                    e));
        }
    }

    private static String decoded(String bytes) {
        String text = new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        if (text.indexOf('\uFFFD') >= 0) {
            throw new IllegalArgumentException("not UTF-8");
        }
        return text;
    }

    private void keep(BlockLine line) {
        List<?> key = key(line.block);
        if (line.isRemoval) {
            blocks.remove(key);
        } else {
            blocks.put(key, line.block);
        }
    }

    private static List<?> key(Block block) {
        return List.of(block.kind(), block.value());
    }

    @Override
    public Collection<Block> load() {
        return List.copyOf(blocks.values());
    }

    @Override
    public void put(Block block) {
        append(BlockLine.put(block));
    }

    @Override
    public void remove(Block block) {
        append(BlockLine.removed(block));
    }

    // Nothing is written: after a crash they are read again, and forgotten again.
    @Override
    public void removeExpired(Collection<Block> expired) {
        expired.forEach(block -> blocks.remove(key(block)));
    }

    private void append(BlockLine line) {
        byte[] bytes = bytes(line);
        try {
            reopen();
            log.setLength(end);
            log.seek(end);
            log.write(bytes);
            log.getFD().sync();
        } catch (IOException e) {
            cutOff(e);
            throw new UncheckedIOException(file + " could not be written, the change is not made", e);
        }
        end += bytes.length;
        lines++;
        keep(line);
        if (lines > 2 * blocks.size() + SPARE_LINES) {
            writeAnew();
        }
    }

    private static byte[] bytes(BlockLine line) {
        return (line.json() + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    // It was closed to be replaced.
    private void reopen() throws IOException {
        if (!closed && !log.getChannel().isOpen()) {
            log = writable(file);
            end = log.length();
        }
    }

    // At once, because there may be no other change: a store opened later would take this one for made.
    private void cutOff(IOException failure) {
        try {
            log.setLength(end);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    // The change that led to this is on the disk: it has not failed when this does.
    private void writeAnew() {
        lines = blocks.size();
        try {
            createFresh();
            try (FileOutputStream out = new FileOutputStream(fresh.toFile())) {
                writeBlocks(new BufferedOutputStream(out));
                out.getFD().sync();
            }
            // Some systems move nothing onto an open file.
            log.close();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
        } catch (IOException e) {
            LOGGER.log(WARNING, file + " could not be written anew, it goes on growing", e);
            discardFresh();
        }
    }

    // Empty, with the permissions of the file: who may not read that may not read this at any time.
    private void createFresh() throws IOException {
        Files.deleteIfExists(fresh);
        PosixFileAttributeView old = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (old != null) {
            Set<PosixFilePermission> permissions = old.readAttributes().permissions();
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(permissions));
            // The mask of the process may have taken some.
            Files.setPosixFilePermissions(fresh, permissions);
        }
    }

    // On a full disk it would hold the space that is left for changes.
    private void discardFresh() {
        try {
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            LOGGER.log(DEBUG, fresh + " can't be deleted", e);
        }
    }

    private void writeBlocks(OutputStream out) throws IOException {
        for (Block block : blocks.values()) {
            out.write(bytes(BlockLine.put(block)));
        }
        out.flush();
    }

    /** Makes sure that a power failure does not bring back another file of that name, where the system can. */
    private void forceFolder() {
        try (FileChannel folder = FileChannel.open(file.resolveSibling(""), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException e) {
            LOGGER.log(DEBUG, "the folder of " + file + " can't be forced to the disk", e);
        }
    }

    @Override
    public void close() {
        closed = true;
        try (lock) {
            log.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be closed", e);
        }
    }
}
