package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.nimbleapi.control.Edges;
import io.github.nimbleapi.control.ManualClock;
import io.github.nimbleapi.session.PlaybackSession;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When a listener is told of changes, and what it may do then. */
class BlocklistListenerTest {
    private final ManualClock clock = new ManualClock();
    private final List<String> told = new ArrayList<>();

    @Test
    void aListenerMayBlockAgainWhatHasEnded() {
        List<Blocklist> itself = new ArrayList<>();
        Blocklist other = Blocklist.builder()
                .clock(clock)
                .listener(new BlocklistJournal(told) {
                    @Override
                    public void onExpired(Block block) {
                        super.onExpired(block);
                        itself.get(0).blockViewer(block.value());
                    }
                })
                .build();
        itself.add(other);
        other.blockViewer("ann", Duration.ofMinutes(1));
        other.blockViewer("bob", Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        told.clear();

        other.sweep();

        assertThat(told)
                .containsExactly(
                        "expired VIEWER ann", "expired VIEWER bob", "blocked VIEWER bob", "blocked VIEWER ann");
        assertThat(other.blockedViewers()).containsExactlyInAnyOrder("ann", "bob");
    }

    @Test
    void theListenerIsToldOfWhatIsSoAlready() {
        List<Blocklist> itself = new ArrayList<>();
        Blocklist other = Blocklist.builder()
                .clock(clock)
                .listener(new BlocklistJournal(told) {
                    @Override
                    public void onBlocked(Block block) {
                        told.add("blocked: " + itself.get(0).isViewerBlocked("ann"));
                    }

                    @Override
                    public void onUnblocked(Block block) {
                        told.add("unblocked: " + itself.get(0).isViewerBlocked("ann"));
                    }

                    @Override
                    public void onExpired(Block block) {
                        told.add("expired: " + itself.get(0));
                    }
                })
                .build();
        itself.add(other);

        other.blockViewer("ann");
        other.unblockViewer("ann");
        other.blockViewer("ann", Duration.ofMinutes(1));
        clock.advance(Duration.ofMinutes(1));
        other.sweep();

        assertThat(told).containsExactly("blocked: true", "unblocked: false", "blocked: true", "expired: Blocklist[0]");
    }

    /** The pass of the other thread waits for the change, so one of this thread would wait for ever. */
    @Test
    @Timeout(60)
    void aListenerCantBeginAPassOfAGuardOfTheList() throws Exception {
        try (Edges edges = new Edges(1)) {
            edges.get(0).addSession(s -> s.id(1).viewerId("ann"));
            CompletableFuture<SessionGuard> guard = new CompletableFuture<>();
            CompletableFuture<List<PlaybackSession>> elsewhere = new CompletableFuture<>();
            CompletableFuture<Throwable> here = new CompletableFuture<>();
            Blocklist list = Blocklist.builder()
                    .listener(new BlocklistListener() {
                        @Override
                        public void onBlocked(Block block) {
                            elsewhere.completeAsync(() -> guard.join().enforce());
                            while (edges.get(0).calls().isEmpty()) {
                                Thread.onSpinWait();
                            }
                            here.complete(catchThrowable(guard.join()::enforce));
                        }
                    })
                    .build();
            guard.complete(SessionGuard.builder(edges.client(0)).blocklist(list).build());

            list.blockViewer("ann");

            assertThat(here.get())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("a listener of the blocklist can't begin a pass");
            assertThat(elsewhere.get()).hasSize(1);
        }
    }

    @Test
    void aThrowingListenerStopsNothing() {
        Blocklist other = Blocklist.builder()
                .listener(new BlocklistListener() {
                    @Override
                    public void onBlocked(Block block) {
                        throw new AssertionError("by the listener");
                    }
                })
                .build();

        other.blockViewer("ann");

        assertThat(other.isViewerBlocked("ann")).isTrue();
    }
}
