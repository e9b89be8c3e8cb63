package io.github.nimbleapi.control.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.control.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

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
