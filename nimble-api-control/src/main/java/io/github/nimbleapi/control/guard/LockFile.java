package io.github.nimbleapi.control.guard;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a file to one owner, by a lock on another file: the file itself is replaced now and then. */
final class LockFile implements Closeable {
    /**
     * Those of this process. Asked first, because to open and close the file of a lock a second time in the same process
     * would end the lock on many systems.
     */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final RandomAccessFile opened;

    private LockFile(Path file) throws IOException {
        this.file = file;
        this.opened = new RandomAccessFile(file + ".lock", "rw");
    }

    /** Throws IllegalStateException if it has an owner. */
    static LockFile of(Path file) throws IOException {
        if (!HERE.add(file)) {
            throw taken(file, "this");
        }
        try {
            LockFile lock = new LockFile(file);
            if (lock.opened.getChannel().tryLock() != null) {
                return lock;
            }
            lock.opened.close();
            throw taken(file, "another");
        } catch (IOException | RuntimeException e) {
            HERE.remove(file);
            throw e;
        }
    }

    private static IllegalStateException taken(Path file, String process) {
        return new IllegalStateException(file + " is open in a BlocklistStore of " + process
                + " process already: close that, or take another file");
    }

    @Override
    public void close() throws IOException {
        // A second time the file may be somebody else's.
        if (opened.getChannel().isOpen()) {
            opened.close();
            HERE.remove(file);
        }
    }
}
