package io.github.nimbleapi.control.guard;

import io.github.nimbleapi.control.guard.Block.Kind;
import io.github.nimbleapi.control.internal.Slashes;
import io.github.nimbleapi.internal.ip.IpRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The blocks in memory. Looked up by many threads at a time, changed by one. */
final class BlockIndex {
    private static final Comparator<Block> BY_END = Comparator.comparing(
                    (Block block) -> block.until().orElseThrow())
            .thenComparing(Block::kind)
            .thenComparing(Block::value);

    private final Map<String, Block> viewers = new ConcurrentHashMap<>();
    private final Map<String, Block> streams = new ConcurrentHashMap<>();
    /** By the length of their prefix, the longest first. */
    private final ConcurrentMap<Integer, Map<IpRange, Block>> ranges =
            new ConcurrentSkipListMap<>(Comparator.reverseOrder());
    /** For changes only. */
    private final TreeSet<Block> ending = new TreeSet<>(BY_END);

    Optional<Block> viewer(String viewerId, Instant now) {
        return holding(viewers.get(viewerId), now);
    }

    Optional<Block> stream(String app, String stream, Instant now) {
        return streams.isEmpty() ? Optional.empty() : holding(streams.get(Slashes.single(app + "/" + stream)), now);
    }

    /** The narrowest range around an address. */
    Optional<Block> ip(String ip, Instant now) {
        IpRange address = ranges.isEmpty() ? null : IpRange.address(ip);
        if (address == null) {
            return Optional.empty();
        }
        return ranges.entrySet().stream()
                .flatMap(sameLength -> holding(around(address, sameLength), now).stream())
                .findFirst();
    }

    private static @Nullable Block around(IpRange address, Map.Entry<Integer, Map<IpRange, Block>> sameLength) {
        IpRange range = address.around(sameLength.getKey());
        return range == null ? null : sameLength.getValue().get(range);
    }

    private static Optional<Block> holding(@Nullable Block block, Instant now) {
        return Optional.ofNullable(block).filter(found -> found.holdsAt(now));
    }

    Stream<Block> all() {
        return Stream.concat(viewers(), Stream.concat(ips(), streams.values().stream()));
    }

    Stream<Block> viewers() {
        return viewers.values().stream();
    }

    private Stream<Block> ips() {
        return ranges.values().stream().flatMap(sameLength -> sameLength.values().stream());
    }

    List<Block> endedBy(Instant now) {
        List<Block> ended = new ArrayList<>();
        for (Block block : ending) {
            if (block.holdsAt(now)) {
                break;
            }
            ended.add(block);
        }
        return ended;
    }

    /** The block of the same kind and value. */
    @Nullable
    Block get(Block same) {
        if (same.kind() == Kind.IP) {
            IpRange range = IpRange.parse(same.value(), "ip");
            return ranges.getOrDefault(range.prefix(), Map.of()).get(range);
        }
        return (same.kind() == Kind.VIEWER ? viewers : streams).get(same.value());
    }

    void put(Block block) {
        forget(get(block));
        if (block.until().isPresent()) {
            ending.add(block);
        }
        if (block.kind() == Kind.IP) {
            IpRange range = IpRange.parse(block.value(), "ip");
            ranges.computeIfAbsent(range.prefix(), prefix -> new ConcurrentHashMap<>())
                    .put(range, block);
        } else {
            (block.kind() == Kind.VIEWER ? viewers : streams).put(block.value(), block);
        }
    }

    void remove(Block block) {
        forget(get(block));
        if (block.kind() == Kind.IP) {
            IpRange range = IpRange.parse(block.value(), "ip");
            Map<IpRange, Block> sameLength = ranges.getOrDefault(range.prefix(), Map.of());
            sameLength.remove(range);
            if (sameLength.isEmpty()) {
                ranges.remove(range.prefix());
            }
        } else {
            (block.kind() == Kind.VIEWER ? viewers : streams).remove(block.value());
        }
    }

    private void forget(@Nullable Block block) {
        if (block != null && block.until().isPresent()) {
            ending.remove(block);
        }
    }
}
