package io.github.nimbleapi.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenCallsTest {
    private final OpenCalls openCalls = new OpenCalls();
    private final List<String> ended = new ArrayList<>();

    @Test
    void closingEndsWhatIsOpenAndNotWhatIsOver() {
        openCalls.add(() -> ended.add("open"));
        openCalls.add(() -> ended.add("over")).run();
        openCalls.close();

        assertThat(ended).containsExactly("open");
    }

    @Test
    void nothingBeginsAfterClosing() {
        openCalls.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> openCalls.add(() -> ended.add("late")))
                .withMessageContaining("closed");
        openCalls.close();

        assertThat(ended).isEmpty();
    }

    @Test
    void whatIsEndedMayTellThatItIsOver() {
        List<Runnable> over = new ArrayList<>();
        over.add(openCalls.add(() -> over.get(0).run()));
        openCalls.add(() -> ended.add("another"));
        openCalls.close();
        openCalls.close();

        assertThat(ended).isNotEmpty();
    }
}
