package io.github.nimbleapi.publish;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.nimbleapi.NimbleClient;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who can't be denied is refused at once, by a client whose server nobody could reach. */
class PublishControlTest {
    private static final Publisher NAMED = Publisher.builder().id("ID_1").build();
    private static final Publisher NAMELESS =
            Publisher.builder().key("s3cret").app("live").stream("one").build();

    private final NimbleClient client = NimbleClient.create("http://127.0.0.1:1");
    private final PublishControl publishControl = client.publishControl();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    @SuppressWarnings("NullAway")
    void anIdIsNotEmpty() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publishControl.deny("ID_1", ""))
                .withMessageStartingWith("ids has an empty id: give ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publishControl.denyAsync(""))
                .withMessageStartingWith("ids ");
        assertThatNullPointerException()
                .isThrownBy(() -> publishControl.deny("ID_1", null))
                .withMessageStartingWith("ids ");
        assertThatNullPointerException()
                .isThrownBy(() -> publishControl.deny((String[]) null))
                .withMessage("ids");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aPublisherWithoutIdIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publishControl.denyAll(List.of(NAMED, NAMELESS)))
                .withMessage(
                        "publishers has Publisher[, live/one, from ], which has no id to deny it by: leave it out");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> publishControl.denyAllAsync(List.of(NAMELESS)))
                .withMessageStartingWith("publishers ");
        assertThatNullPointerException()
                .isThrownBy(() -> publishControl.denyAll(Arrays.asList(NAMED, null)))
                .withMessageStartingWith("publishers ");
        assertThatNullPointerException()
                .isThrownBy(() -> publishControl.denyAll(null))
                .withMessage("publishers");
    }
}
