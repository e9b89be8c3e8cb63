package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.control.ManualClock;
import io.github.nimbleapi.control.guard.Block.Kind;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is blocked, until when, and who is told of it. */
class BlocklistTest {
    private final ManualClock clock = new ManualClock();
    private final List<String> told = new ArrayList<>();
    private final TestStore store = new TestStore();
    private final Blocklist blocklist = Blocklist.builder()
            .clock(clock)
            .store(store)
            .listener(new BlocklistJournal(told))
            .build();

    @Test
    void blocksViewersAddressesAndStreams() {
        blocklist.blockViewer("ann");
        blocklist.blockIp("10.1.2.3/8");
        blocklist.blockStream("live", "a");

        assertThat(blocklist.isViewerBlocked("ann")).isTrue();
        assertThat(blocklist.isViewerBlocked("Ann")).isFalse();
        assertThat(blocklist.isIpBlocked("10.9.9.9")).isTrue();
        assertThat(blocklist.isIpBlocked("11.9.9.9")).isFalse();
        assertThat(blocklist.isIpBlocked("ann")).isFalse();
        assertThat(blocklist.isStreamBlocked("live", "a")).isTrue();
        assertThat(blocklist.isStreamBlocked("live", "b")).isFalse();
        assertThat(blocklist.blockedViewers()).containsExactly("ann");
        assertThat(blocklist.entries())
                .containsExactlyInAnyOrder(
                        Block.of(Kind.VIEWER, "ann"), Block.of(Kind.IP, "10.0.0.0/8"), Block.of(Kind.STREAM, "live/a"));
    }

    @Test
    void unblocksWhatWasBlocked() {
        blocklist.blockViewer("ann");
        blocklist.blockIp("10.0.0.0/8");
        blocklist.blockStream("live", "a");

        assertThat(blocklist.unblockViewer("ann")).isTrue();
        assertThat(blocklist.unblockViewer("ann")).isFalse();
        assertThat(blocklist.unblockIp("10.0.0.1")).as("a part of a range").isFalse();
        assertThat(blocklist.unblockIp("10.0.0.0/9")).as("another length").isFalse();
        assertThat(blocklist.unblockIp("::ffff:10.9.9.9/104")).isTrue();
        assertThat(blocklist.unblockStream("live", "a")).isTrue();

        assertThat(blocklist.entries()).isEmpty();
        assertThat(blocklist.isViewerBlocked("ann")).isFalse();
        assertThat(blocklist.isIpBlocked("10.0.0.1")).isFalse();
        assertThat(blocklist.isStreamBlocked("live", "a")).isFalse();
        assertThat(store.blocks).isEmpty();
    }

    @Test
    void comparesStreamsAsOneText() {
        blocklist.blockStream("a/b", "c");

        assertThat(blocklist.isStreamBlocked("a", "b/c")).isTrue();
        assertThat(blocklist.unblockStream("a", "b/c")).isTrue();
    }

    @Test
    void anEndedBlockBlocksNoMoreAndIsSweptByTheNextChange() {
        blocklist.blockViewer("ann", Duration.ofMinutes(1));
        blocklist.blockIp("10.0.0.0/8", Duration.ofMinutes(1));
        blocklist.blockStream("live", "a", Duration.ofMinutes(1));
        blocklist.blockViewer("bob");
        clock.advance(Duration.ofMinutes(1).minusNanos(1));
        assertThat(blocklist.entries()).hasSize(4);

        clock.advance(Duration.ofNanos(1));

        assertThat(blocklist.isViewerBlocked("ann")).isFalse();
        assertThat(blocklist.isIpBlocked("10.0.0.1")).isFalse();
        assertThat(blocklist.isStreamBlocked("live", "a")).isFalse();
        assertThat(blocklist.blockedViewers()).containsExactly("bob");
        assertThat(blocklist.entries()).containsExactly(Block.of(Kind.VIEWER, "bob"));
        assertThat(blocklist).hasToString("Blocklist[4]");
        told.clear();
        blocklist.blockViewer("eve");
        assertThat(blocklist).hasToString("Blocklist[2]");
        assertThat(store.blocks).hasSize(2);
        assertThat(told)
                .containsExactly(
                        "expired VIEWER ann", "expired IP 10.0.0.0/8", "expired STREAM live/a", "blocked VIEWER eve");
    }

    @Test
    void aSweepForgetsWhatHasEnded() {
        blocklist.blockViewer("ann", Duration.ofMinutes(1));
        blocklist.blockViewer("bob", Duration.ofMinutes(2));
        clock.advance(Duration.ofMinutes(1));

        blocklist.sweep();
        blocklist.sweep();

        assertThat(told).containsExactly("blocked VIEWER ann", "blocked VIEWER bob", "expired VIEWER ann");
        assertThat(blocklist).hasToString("Blocklist[1]");
        assertThat(blocklist.unblockViewer("ann")).isFalse();
    }

    @Test
    void whatHasEndedIsNotThereToBeUnblocked() {
        blocklist.blockViewer("ann", Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));

        assertThat(blocklist.unblockViewer("ann")).isFalse();
        assertThat(told).containsExactly("blocked VIEWER ann", "expired VIEWER ann");
    }

    @Test
    @Timeout(60)
    void aChangeWaitsForTheOneBefore() throws Exception {
        Thread second = new Thread(() -> blocklist.blockViewer("bob"));
        List<String> order = new CopyOnWriteArrayList<>();
        store.beforePut = block -> {
            order.add("begin " + block.value());
            if (block.value().equals("ann")) {
                second.start();
                waitUntilStuck(second);
            }
            order.add("end " + block.value());
        };

        blocklist.blockViewer("ann");
        second.join();

        assertThat(order).containsExactly("begin ann", "end ann", "begin bob", "end bob");
    }

    private static void waitUntilStuck(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    @Test
    void slashesBeforeNamesDoNotCount() {
        blocklist.blockStream("/live", "//a");

        assertThat(blocklist.entries()).containsExactly(Block.of(Kind.STREAM, "live/a"));
        assertThat(blocklist.isStreamBlocked("live", "a")).isTrue();
        assertThat(blocklist.isStreamBlocked("//live", "/a")).isTrue();
        assertThat(blocklist.isStreamBlocked("live/", "a")).isTrue();
        assertThat(blocklist.unblockStream("live", "/a")).isTrue();
        assertThatThrownBy(() -> blocklist.blockStream("/", "a")).hasMessageContaining("app is blank");
        assertThatThrownBy(() -> blocklist.blockStream("live", "//")).hasMessageContaining("stream is blank");
    }

    @Test
    void aStreamHasOneFormHoweverItIsSpelled() {
        for (String spelled : List.of("a/b/c", "/a/b/c", "a//b/c", "//a/b///c")) {
            assertThat(Block.of(Kind.STREAM, spelled).value()).isEqualTo("a/b/c");
        }
        blocklist.blockStream("a", "b//c");
        assertThat(blocklist.isStreamBlocked("a/b", "/c")).isTrue();
        for (String none : List.of("live", "/live", "live/", "//live//", "/", " /a", "live/ ")) {
            assertThatThrownBy(() -> Block.of(Kind.STREAM, none))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("value is " + none + ": give application, slash and stream");
        }
    }

    @Test
    void blockingAgainReplacesTheEnd() {
        blocklist.blockViewer("ann", Duration.ofMinutes(1));
        blocklist.blockViewer("ann", Duration.ofMinutes(3));
        clock.advance(Duration.ofMinutes(2));
        blocklist.sweep();
        assertThat(blocklist.isViewerBlocked("ann")).isTrue();

        blocklist.blockViewer("ann");
        clock.advance(Duration.ofDays(1000));
        assertThat(blocklist.isViewerBlocked("ann")).isTrue();

        blocklist.blockViewer("ann", Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        assertThat(blocklist.isViewerBlocked("ann")).isFalse();
        blocklist.sweep();
        assertThat(told).hasSize(5).last().isEqualTo("expired VIEWER ann");
        assertThat(blocklist).hasToString("Blocklist[0]");
    }

    @Test
    void blockingTheSameOnceMoreChangesNothing() {
        blocklist.blockIp("10.0.0.0/8");
        blocklist.blockIp("10.1.1.1/8");

        assertThat(told).containsExactly("blocked IP 10.0.0.0/8");
        assertThat(store.puts).isEqualTo(1);
    }

    @Test
    void aDurationBeyondAllCalendarsIsForEver() {
        blocklist.blockViewer("ann", Duration.ofSeconds(Long.MAX_VALUE));

        assertThat(blocklist.entries()).containsExactly(Block.of(Kind.VIEWER, "ann"));
    }

    @Test
    void refusesBlankValuesAndDurationsOfNothing() {
        assertThatThrownBy(() -> blocklist.blockViewer(" "))
                .hasMessage("viewerId is blank: give what is to be blocked");
        assertThatThrownBy(() -> blocklist.unblockViewer("")).hasMessageContaining("viewerId is blank");
        assertThatThrownBy(() -> blocklist.blockStream("", "a")).hasMessageContaining("app is blank");
        assertThatThrownBy(() -> blocklist.blockStream("live", "\t")).hasMessageContaining("stream is blank");
        assertThatThrownBy(() -> blocklist.blockIp("")).hasMessage("ip is blank: give what is to be blocked");
        assertThatThrownBy(() -> blocklist.blockIp(" ", Duration.ofHours(1))).hasMessageContaining("ip is blank");
        assertThatThrownBy(() -> blocklist.unblockIp(" ")).hasMessageContaining("ip is blank");
        assertThatThrownBy(() -> blocklist.blockViewer("ann", Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("duration is PT0S: give more than zero");
        assertThatThrownBy(() -> blocklist.blockIp("::1", Duration.ofSeconds(-1)))
                .hasMessageContaining("PT-1S");
        assertThat(blocklist.entries()).isEmpty();
        assertThat(blocklist.isViewerBlocked("")).isFalse();
    }

    @Test
    @SuppressWarnings("NullAway")
    void namesWhatIsNull() {
        assertThatNullPointerException().isThrownBy(() -> Block.of(null, "ann")).withMessage("kind");
        assertThatNullPointerException()
                .isThrownBy(() -> blocklist.blockIp(null))
                .withMessage("ip");
        assertThatNullPointerException()
                .isThrownBy(() -> blocklist.blockViewer("ann", null))
                .withMessage("duration");
    }

    @Test
    void tellsWhatBlocksASession() {
        PlaybackSession session = PlaybackSession.builder(1).viewerId("ann").clientIp("10.1.2.3").app("live").stream(
                        "a")
                .build();
        assertThat(blocklist.blockOf(session)).isEmpty();
        blocklist.blockStream("live", "a");
        assertThat(blocklist.blockOf(session)).contains(Block.of(Kind.STREAM, "live/a"));
        blocklist.blockIp("10.0.0.0/8");
        blocklist.blockIp("10.1.0.0/16", Duration.ofMinutes(1));
        blocklist.blockIp("10.2.0.0/16");
        assertThat(blocklist.blockOf(session).map(Block::value)).contains("10.1.0.0/16");
        clock.advance(Duration.ofMinutes(1));
        assertThat(blocklist.blockOf(session)).contains(Block.of(Kind.IP, "10.0.0.0/8"));
        blocklist.blockViewer("ann");
        assertThat(blocklist.blockOf(session)).contains(Block.of(Kind.VIEWER, "ann"));
        assertThat(blocklist.blockOf(PlaybackSession.builder(2).build())).isEmpty();
    }

    @Test
    void rangesOfIpv6HoldNoAddressesOfIpv4() {
        blocklist.blockIp("::/0");
        assertThat(blocklist.isIpBlocked("2001:db8::1")).isTrue();
        assertThat(blocklist.isIpBlocked("10.0.0.1")).isFalse();
        assertThat(blocklist.isIpBlocked("::ffff:10.0.0.1")).isFalse();

        blocklist.unblockIp("::/0");
        blocklist.blockIp("0.0.0.0/0");
        assertThat(blocklist.isIpBlocked("2001:db8::1")).isFalse();
        assertThat(blocklist.isIpBlocked("10.0.0.1")).isTrue();
        assertThat(blocklist.isIpBlocked("::ffff:10.0.0.1")).isTrue();
    }

    @Test
    void aChangeThatTheStoreRefusesHasNotHappened() {
        blocklist.blockViewer("ann", Duration.ofHours(1));
        told.clear();
        store.failing = true;

        assertThatThrownBy(() -> blocklist.blockViewer("bob")).hasMessage("store down");
        assertThatThrownBy(() -> blocklist.blockViewer("ann")).hasMessage("store down");
        assertThatThrownBy(() -> blocklist.unblockViewer("ann")).hasMessage("store down");

        assertThat(blocklist.entries())
                .isEqualTo(List.copyOf(store.blocks.values()))
                .hasSize(1);
        assertThat(told).isEmpty();
        store.failing = false;
        clock.advance(Duration.ofHours(1));
        assertThat(blocklist.isViewerBlocked("ann")).as("has the end it had").isFalse();
    }

    @Test
    void aStoreThatCannotForgetIsAskedAgain() {
        blocklist.blockViewer("ann", Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        store.failing = true;
        assertThatCode(blocklist::sweep).doesNotThrowAnyException();
        assertThat(told).doesNotContain("expired VIEWER ann");

        store.failing = false;
        blocklist.sweep();

        assertThat(told).last().isEqualTo("expired VIEWER ann");
        assertThat(store.blocks).isEmpty();
    }

    @Test
    void beginsWithWhatTheStoreHolds() {
        Instant now = clock.instant();
        store.put(Block.of(Kind.VIEWER, "ann").until(now.plusSeconds(1)));
        store.put(Block.of(Kind.VIEWER, "bob").until(now));
        store.put(Block.of(Kind.IP, "10.0.0.0/8"));

        Blocklist reopened = Blocklist.builder()
                .clock(clock)
                .store(store)
                .listener(new BlocklistJournal(told))
                .build();

        assertThat(reopened.blockedViewers()).containsExactly("ann");
        assertThat(reopened.isIpBlocked("10.0.0.1")).isTrue();
        assertThat(store.blocks).hasSize(2);
        assertThat(told).isEmpty();
        reopened.close();
        assertThat(store.closed).isTrue();
    }

    @Test
    void changesFromManyThreadsAreAllThereAndToldOnceEach() throws Exception {
        int threads = 8;
        int each = 500;
        blocklist.blockIp("10.0.0.0/8");
        CountDownLatch go = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> done = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int mine = t;
            done.add(pool.submit(() -> {
                go.await();
                for (int i = 0; i < each; i++) {
                    String viewer = "v" + mine + "-" + i;
                    blocklist.blockViewer(viewer);
                    blocklist.blockIp("192.0.2." + i % 256 + "/" + (25 + mine));
                    assertThat(blocklist.isViewerBlocked(viewer)).isTrue();
                    assertThat(blocklist.isIpBlocked("10.0.0.1"))
                            .as("never missed")
                            .isTrue();
                    blocklist.unblockIp("192.0.2." + i % 256 + "/" + (25 + mine));
                    assertThat(i % 2 == 0 || blocklist.unblockViewer(viewer)).isTrue();
                }
                return null;
            }));
        }
        go.countDown();
        for (Future<?> one : done) {
            one.get(60, TimeUnit.SECONDS);
        }
        pool.shutdown();

        assertThat(blocklist.blockedViewers()).hasSize(threads * each / 2);
        assertThat(blocklist.entries()).hasSize(threads * each / 2 + 1).hasSameElementsAs(store.blocks.values());
        assertThat(told)
                .filteredOn(event -> event.startsWith("blocked VIEWER"))
                .doesNotHaveDuplicates()
                .hasSize(threads * each);
    }

    @Test
    void blocksAreValues() {
        Block block = Block.of(Kind.IP, "2001:DB8:0:0::7").until(Instant.EPOCH);

        assertThat(block).isEqualTo(Block.of(Kind.IP, "2001:db8::7").until(Instant.EPOCH));
        assertThat(block).hasSameHashCodeAs(Block.of(Kind.IP, "2001:db8::7").until(Instant.EPOCH));
        assertThat(List.<UnaryOperator<Block>>of(
                        same -> Block.of(same.kind(), same.value()),
                        same -> same.until(Instant.EPOCH.plusNanos(1)),
                        same -> Block.of(Kind.VIEWER, same.value()).until(Instant.EPOCH),
                        same -> Block.of(Kind.IP, "::1").until(Instant.EPOCH)))
                .allSatisfy(change -> assertThat(change.apply(block)).isNotEqualTo(block));
        assertThat(block).hasToString("Block[IP 2001:db8::7 until 1970-01-01T00:00:00Z]");
        assertThat(block.holdsAt(Instant.EPOCH)).isFalse();
        assertThatThrownBy(() -> Block.of(Kind.VIEWER, " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theDefaultClockIsThatOfTheSystem() {
        Blocklist ofNow = Blocklist.create();
        ofNow.blockViewer("ann", Duration.ofHours(1));

        assertThat(ofNow.entries().get(0).until().orElseThrow())
                .isBetween(
                        Clock.systemUTC().instant().plusSeconds(3000),
                        Clock.systemUTC().instant().plusSeconds(3600));
    }

    private static final class TestStore implements BlocklistStore {
        private final Map<String, Block> blocks = new LinkedHashMap<>();
        private boolean failing;
        private boolean closed;
        private int puts;
        private Consumer<Block> beforePut = block -> {};

        @Override
        public Collection<Block> load() {
            return List.copyOf(blocks.values());
        }

        @Override
        public void put(Block block) {
            check();
            puts++;
            beforePut.accept(block);
            blocks.put(block.kind() + block.value(), block);
        }

        @Override
        public void remove(Block block) {
            check();
            blocks.remove(block.kind() + block.value());
        }

        @Override
        public void close() {
            closed = true;
        }

        private void check() {
            if (failing) {
                throw new IllegalStateException("store down");
            }
        }
    }
}
