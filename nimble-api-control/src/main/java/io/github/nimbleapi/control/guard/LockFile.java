package io.github.nimbleapi.control.guard;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a file to one owner, by a lock on another file: the file itself is replaced now and then. */
final class LockFile implements Closeable {
    /**
     * Those of this process. Asked first, because to open and close the file of a lock a second time in the same process
     * would end the lock on many systems.
     */
    private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

    /**
     * Those whose lock another class loader of this process has, such as that of another web application. Held until it
     * has it no more, because the garbage collector closes what nobody holds, which would end the lock just as well.
     */
    private static final Map<Path, RandomAccessFile> REFUSED = new ConcurrentHashMap<>();

    private final Path file;
    private final RandomAccessFile opened;

    private LockFile(Path file, RandomAccessFile opened) {
        this.file = file;
        this.opened = opened;
    }

    /** Throws IllegalStateException if it has an owner. */
    static LockFile of(Path file) throws IOException {
        if (!HERE.add(file)) {
            throw taken(file, "this");
        }
        try {
            RandomAccessFile refused = REFUSED.remove(file);
            if (refused != null) {
                // Locked just to see whether it can be: the file may have been deleted since, and be another now.
                locked(file, refused).opened.close();
            }
            return locked(file, new RandomAccessFile(file + ".lock", "rw"));
        } catch (IOException | RuntimeException e) {
            HERE.remove(file);
            throw e;
        }
    }

    private static LockFile locked(Path file, RandomAccessFile opened) throws IOException {
        boolean isLocked;
        try {
            isLocked = opened.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException e) {
            REFUSED.put(file, opened);
            throw taken(file, "another class loader of this");
        } catch (IOException e) {
            // Comes from the system, which is asked only where nobody in this process has the lock.
            opened.close();
            throw e;
        }
        if (!isLocked) {
            opened.close();
            throw taken(file, "another");
        }
        return new LockFile(file, opened);
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
