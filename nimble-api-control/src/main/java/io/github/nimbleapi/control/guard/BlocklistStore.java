package io.github.nimbleapi.control.guard;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;

/**
 * Where a {@link Blocklist} is kept beyond the life of a process. To be implemented for a database; {@link #file(Path)} is
 * there. An entry is known by its {@link Block#kind()} and {@link Block#value()}.
 *
 * <p>Called by one thread at a time. What it throws is thrown by the change that called it, which then has not happened.
 */
public interface BlocklistStore extends AutoCloseable {
    /**
     * A store in a file, made if there is none. It survives a crash: a change that returned is on the disk. What a crash
     * cut off in the middle of a write is dropped. Each change is a line of JSON that is appended; when most of the lines
     * are superseded, the file is written anew and put in the place of the old one. Next to it a file is kept with
     * {@code .lock} added to its name, so that nobody else opens the store until it is closed.
     *
     * @param file the file, in a folder that exists
     * @return the store, to be closed with its list
     * @throws IllegalStateException if another store is open on the file, in this or another process
     * @throws UncheckedIOException if it can't be read or written, or is damaged elsewhere than at its end
     */
    static BlocklistStore file(Path file) {
        return FileStore.open(Objects.requireNonNull(file, "file"));
    }

    /**
     * All entries. Called once, before anything else.
     *
     * @return the entries; those whose time is over may be among them
     */
    Collection<Block> load();

    /**
     * Keeps an entry in place of the one of the same kind and value.
     *
     * @param block the entry
     */
    void put(Block block);

    /**
     * Forgets the entry of the same kind and value.
     *
     * @param block the entry
     */
    void remove(Block block);

    /**
     * Forgets entries whose time is over. Unless implemented, each is removed.
     *
     * @param expired the entries, one or more
     */
    default void removeExpired(Collection<Block> expired) {
        expired.forEach(this::remove);
    }

    /** Called when the list is closed. Unless implemented, does nothing. */
    @Override
    default void close() {}
}
