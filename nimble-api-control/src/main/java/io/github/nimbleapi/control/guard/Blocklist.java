package io.github.nimbleapi.control.guard;

import static java.lang.System.Logger.Level.WARNING;

import io.github.nimbleapi.control.guard.Block.Kind;
import io.github.nimbleapi.control.internal.Slashes;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Who must not watch, from where, and what: viewers, IP addresses and ranges of them, streams; for ever or for some time.
 * It is the one place to say so. A {@link SessionGuard} ends the sessions of those who watch, and the handlers of
 * {@code io.github.nimbleapi.control.handler} keep them from coming back.
 *
 * <pre>{@code
 * try (Blocklist blocklist = Blocklist.builder().store(BlocklistStore.file(Path.of("blocklist.jsonl"))).build()) {
 *   blocklist.blockViewer("user-42", Duration.ofHours(1));
 *   blocklist.blockIp("2001:db8::/32");
 *   blocklist.blockStream("live", "leaked");
 * }
 * }</pre>
 *
 * <p>An entry whose time is over blocks no more from that moment on. To block again replaces the end of the entry: what was
 * blocked for ever and is blocked for an hour is free after it. Blank values are refused, and so are durations that are not
 * above zero; a duration that no calendar holds stands for ever.
 *
 * <p>Thread-safe. A look-up takes no lock and no longer when the list is long. With a store, a change is kept there first:
 * where the store fails, the caller gets what it throws and the list stays as it was.
 */
public final class Blocklist implements AutoCloseable {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    /** Held while the store and the listener are called, so that they hear of changes in their order. */
    private final ReentrantLock changing = new ReentrantLock();

    private final BlockIndex index = new BlockIndex();
    private final Clock clock;
    private final BlocklistStore store;
    private final BlocklistListener listener;

    private Blocklist(Builder from) {
        this.clock = from.clock;
        this.store = from.store;
        this.listener = from.listener;
    }

    /**
     * An empty list in memory.
     *
     * @return the list
     */
    public static Blocklist create() {
        return builder().build();
    }

    /**
     * A builder for a list.
     *
     * @return a builder with default settings
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Blocks a viewer.
     *
     * @param viewerId the viewer, as named in a signed playback URL ({@code ppv_id})
     * @throws IllegalArgumentException if it is blank
     */
    public void blockViewer(String viewerId) {
        add(viewer(viewerId));
    }

    /**
     * Blocks a viewer for some time.
     *
     * @param viewerId the viewer, as named in a signed playback URL ({@code ppv_id})
     * @param duration for how long
     * @throws IllegalArgumentException if the id is blank or the duration not above zero
     */
    public void blockViewer(String viewerId, Duration duration) {
        add(lasting(viewer(viewerId), duration));
    }

    /**
     * Ends the block of a viewer.
     *
     * @param viewerId the viewer
     * @return whether there was one
     * @throws IllegalArgumentException if the id is blank
     */
    public boolean unblockViewer(String viewerId) {
        return remove(viewer(viewerId));
    }

    /**
     * Blocks an address or a range of addresses. An address of IPv4 and the one of IPv6 that stands for it
     * ({@code ::ffff:192.0.2.1}) are the same; no other range of IPv6 holds addresses of IPv4.
     *
     * @param ip an address of IPv4 or IPv6, or a range in CIDR notation; bits behind the prefix do not count,
     *     {@code 10.1.2.3/8} is {@code 10.0.0.0/8}
     * @throws IllegalArgumentException if it is neither: host names and ports are refused, and leading zeros, which some
     *     read as octal numbers
     */
    public void blockIp(String ip) {
        add(ip(ip));
    }

    /**
     * Blocks an address or a range of addresses for some time.
     *
     * @param ip see {@link #blockIp(String)}
     * @param duration for how long
     * @throws IllegalArgumentException if it is no address and no range, or the duration is not above zero
     */
    public void blockIp(String ip, Duration duration) {
        add(lasting(ip(ip), duration));
    }

    /**
     * Ends the block of an address or a range. Only that of the same range: an address within a range that is blocked
     * stays blocked.
     *
     * @param ip see {@link #blockIp(String)}
     * @return whether there was one
     * @throws IllegalArgumentException if it is no address and no range
     */
    public boolean unblockIp(String ip) {
        return remove(ip(ip));
    }

    /**
     * Blocks a stream: nobody is to watch it.
     *
     * @param app its application
     * @param stream its name
     * @throws IllegalArgumentException if one of them is blank
     */
    public void blockStream(String app, String stream) {
        add(stream(app, stream));
    }

    /**
     * Blocks a stream for some time.
     *
     * @param app its application
     * @param stream its name
     * @param duration for how long
     * @throws IllegalArgumentException if a name is blank or the duration not above zero
     */
    public void blockStream(String app, String stream, Duration duration) {
        add(lasting(stream(app, stream), duration));
    }

    /**
     * Ends the block of a stream.
     *
     * @param app its application
     * @param stream its name
     * @return whether there was one
     * @throws IllegalArgumentException if one of them is blank
     */
    public boolean unblockStream(String app, String stream) {
        return remove(stream(app, stream));
    }

    /**
     * Whether a viewer is blocked now.
     *
     * @param viewerId the viewer
     * @return whether it is
     */
    public boolean isViewerBlocked(String viewerId) {
        return index.viewer(Objects.requireNonNull(viewerId, "viewerId"), clock.instant())
                .isPresent();
    }

    /**
     * Whether an address is blocked now, by itself or within a range.
     *
     * @param ip the address as Nimble writes it, IPv6 also in brackets or with a scope ({@code fe80::1%eth0}); a port
     *     after it ({@code 192.0.2.1:51234}, {@code [2001:db8::7]:443}) does not count
     * @return whether it is; false for what is no address
     */
    public boolean isIpBlocked(String ip) {
        return index.ip(Objects.requireNonNull(ip, "ip"), clock.instant()).isPresent();
    }

    /**
     * Whether a stream is blocked now. Where application and stream are parted does not count: {@code a/b} and {@code c}
     * are {@code a} and {@code b/c}. Nor do slashes before them, and several in a row are one.
     *
     * @param app its application
     * @param stream its name
     * @return whether it is
     */
    public boolean isStreamBlocked(String app, String stream) {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(stream, "stream");
        return index.stream(app, stream, clock.instant()).isPresent();
    }

    /**
     * What blocks a session now: its viewer, else its address, else its stream.
     *
     * @param session the session
     * @return the entry, of ranges the narrowest; or empty if nothing does
     */
    public Optional<Block> blockOf(PlaybackSession session) {
        Instant now = clock.instant();
        return Objects.requireNonNull(session, "session")
                .viewerId()
                .flatMap(viewerId -> index.viewer(viewerId, now))
                .or(() -> index.ip(session.clientIp(), now))
                .or(() -> index.stream(session.app(), session.stream(), now));
    }

    /**
     * The viewers that are blocked now.
     *
     * @return their ids, an immutable copy
     */
    public Set<String> blockedViewers() {
        Instant now = clock.instant();
        return index.viewers()
                .filter(block -> block.holdsAt(now))
                .map(Block::value)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * All that is blocked now.
     *
     * @return the entries in no order, an immutable copy
     */
    public List<Block> entries() {
        Instant now = clock.instant();
        return index.all().filter(block -> block.holdsAt(now)).collect(Collectors.toUnmodifiableList());
    }

    /**
     * Forgets the entries whose time is over and tells the listener. Each change does so too, and so does each pass of a
     * {@link SessionGuard}: to be called only by who has neither and a listener that waits. A store that fails then is
     * logged, and asked again by the next.
     */
    public void sweep() {
        changing.lock();
        try {
            List<Block> ended = index.endedBy(clock.instant());
            for (Block block : removedFromStore(ended)) {
                // A listener may have changed it since: to block something else sweeps too.
                if (block.equals(index.get(block))) {
                    index.remove(block);
                    tell(told -> told.onExpired(block));
                }
            }
        } finally {
            changing.unlock();
        }
    }

    /** Closes the store, if there is one; changes are no longer possible then. May be called more than once. */
    @Override
    public void close() {
        changing.lock();
        try {
            store.close();
        } finally {
            changing.unlock();
        }
    }

    /** Whether this thread is in the middle of a change: it is then in code of the listener or the store. */
    boolean isChangedHere() {
        return changing.isHeldByCurrentThread();
    }

    private void open() {
        changing.lock();
        try {
            Instant now = clock.instant();
            Collection<Block> kept = store.load();
            kept.stream().filter(block -> block.holdsAt(now)).forEach(index::put);
            List<Block> ended =
                    kept.stream().filter(block -> !block.holdsAt(now)).collect(Collectors.toUnmodifiableList());
            removedFromStore(ended);
        } finally {
            changing.unlock();
        }
    }

    private void add(Block block) {
        changing.lock();
        try {
            sweep();
            if (!block.equals(index.get(block))) {
                store.put(block);
                index.put(block);
                tell(told -> told.onBlocked(block));
            }
        } finally {
            changing.unlock();
        }
    }

    private boolean remove(Block same) {
        changing.lock();
        try {
            sweep();
            Block block = index.get(same);
            if (block == null) {
                return false;
            }
            store.remove(block);
            index.remove(block);
            tell(told -> told.onUnblocked(block));
            return true;
        } finally {
            changing.unlock();
        }
    }

    private List<Block> removedFromStore(List<Block> ended) {
        try {
            if (!ended.isEmpty()) {
                store.removeExpired(ended);
            }
            return ended;
        } catch (RuntimeException e) {
            LOGGER.log(WARNING, "the BlocklistStore could not forget what has expired", e);
            return List.of();
        }
    }

    private void tell(Consumer<BlocklistListener> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            LOGGER.log(WARNING, "the BlocklistListener failed", e);
        }
    }

    private Block lasting(Block block, Duration duration) {
        if (Objects.requireNonNull(duration, "duration").isNegative() || duration.isZero()) {
            throw new IllegalArgumentException("duration is " + duration + ": give more than zero");
        }
        try {
            return block.until(clock.instant().plus(duration));
        } catch (DateTimeException | ArithmeticException e) {
            return block;
        }
    }

    private static Block viewer(String viewerId) {
        return Block.of(Kind.VIEWER, requireText(viewerId, "viewerId"));
    }

    private static Block ip(String ip) {
        return Block.of(Kind.IP, requireText(ip, "ip"));
    }

    private static Block stream(String app, String stream) {
        requireText(Slashes.withoutLeading(requireText(app, "app")), "app");
        requireText(Slashes.withoutLeading(requireText(stream, "stream")), "stream");
        return Block.of(Kind.STREAM, app + "/" + stream);
    }

    private static String requireText(String value, String name) {
        if (Objects.requireNonNull(value, name).isBlank()) {
            throw new IllegalArgumentException(name + " is blank: give what is to be blocked");
        }
        return value;
    }

    @Override
    public String toString() {
        return "Blocklist[" + index.all().count() + "]";
    }

    /** Makes a {@link Blocklist}. Not thread-safe. */
    public static final class Builder {
        private Clock clock = Clock.systemUTC();
        private BlocklistStore store = new NoStore();
        private BlocklistListener listener = new BlocklistListener() {};

        private Builder() {}

        /**
         * What tells when an entry's time is over. Default: the system's clock.
         *
         * @param clock the clock
         * @return this
         */
        public Builder clock(Clock clock) {
            this.clock = Objects.requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Where the list is kept. It is closed with the list. Default: in memory only.
         *
         * @param store the store
         * @return this
         */
        public Builder store(BlocklistStore store) {
            this.store = Objects.requireNonNull(store, "store");
            return this;
        }

        /**
         * Is told of changes, but not of what the store holds at first. Default: nobody.
         *
         * @param listener the listener
         * @return this
         */
        public Builder listener(BlocklistListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /**
         * Makes the list, with what the store holds.
         *
         * @return a new list
         */
        public Blocklist build() {
            Blocklist blocklist = new Blocklist(this);
            blocklist.open();
            return blocklist;
        }
    }

    private static final class NoStore implements BlocklistStore {
        @Override
        public Collection<Block> load() {
            return List.of();
        }

        @Override
        public void put(Block block) {}

        @Override
        public void remove(Block block) {}
    }
}
