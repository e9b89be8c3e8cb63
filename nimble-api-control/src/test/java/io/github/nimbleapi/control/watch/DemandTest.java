package io.github.nimbleapi.control.watch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DemandTest {
    private final Demand demand = new Demand();

    @Test
    void moreThanALongHoldsIsWithoutBounds() {
        demand.add(Long.MAX_VALUE);
        demand.add(Long.MAX_VALUE);
        demand.add(2);

        assertThat(demand.await()).isTrue();
    }

    @Test
    void theFirstReasonToEndCounts() {
        Exception first = new Exception("first");
        demand.fail(first);
        demand.fail(new Exception("second"));

        assertThat(demand.await()).isFalse();
        assertThat(demand.reason()).containsSame(first);
    }

    @Test
    void cancellationNeedsNoReason() {
        demand.fail(new Exception("first"));
        demand.cancel();
        demand.fail(new Exception("second"));

        assertThat(demand.isOver()).isTrue();
        assertThat(demand.reason()).isEmpty();
    }
}
