package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.nimbleapi.publish.Publisher;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Publishers and their denial. */
abstract class PublishControlContract extends Contract {
    PublishControlContract(TestServer.Starter starter) {
        super(starter);
    }

    @BeforeEach
    void threePublish() {
        server.addPublisher("ID_1", "s3cret-key", "live", "one");
        server.addPublisher("ID_2", "", "live/studio", "two");
        server.addPublisher("ID_1", "s3cret-key", "live", "three");
    }

    @Test
    void lists() {
        assertThat(nimble.publishControl().list())
                .extracting(Publisher::id, Publisher::key, Publisher::ip, Publisher::app, Publisher::stream)
                .containsExactly(
                        tuple("ID_1", "s3cret-key", "192.0.2.7", "live", "one"),
                        tuple("ID_2", "", "192.0.2.7", "live/studio", "two"),
                        tuple("ID_1", "s3cret-key", "192.0.2.7", "live", "three"));
        assertThat(nimble.publishControl().listAsync().join())
                .isEqualTo(nimble.publishControl().list());
    }

    @Test
    void deniesById() {
        nimble.publishControl().deny("ID_1");
        assertThat(nimble.publishControl().list()).extracting(Publisher::stream).containsExactly("two");
        nimble.publishControl().denyAsync("ID_2").join();
        assertThat(nimble.publishControl().list()).isEmpty();
    }

    @Test
    void deniesWhatWasListed() {
        nimble.publishControl().denyAll(nimble.publishControl().list());
        assertThat(nimble.publishControl().list()).isEmpty();
        server.addPublisher("ID_1", "", "live", "one");
        assertThat(nimble.publishControl().list()).hasSize(1);
        nimble.publishControl().denyAllAsync(nimble.publishControl().list()).join();
        assertThat(nimble.publishControl().list()).isEmpty();
    }

    @Test
    void sendsNothingWhereNobodyIsToBeDenied() {
        nimble.publishControl().deny();
        nimble.publishControl().denyAsync().join();
        nimble.publishControl().denyAll(List.of());
        nimble.publishControl().denyAllAsync(List.of()).join();
        assertThat(server.calls()).isEmpty();
    }

    @Test
    void denyingWhoIsGoneIsNoError() {
        nimble.publishControl().deny("ID_2");
        nimble.publishControl().deny("ID_2", "ID_3");
        nimble.publishControl().denyAsync("ID_2").join();
        assertThat(nimble.publishControl().list()).hasSize(2);
    }

    @Test
    void aDenialIsRepeatedAfterAnUncertainAnswer() {
        server.failNext(TestServer.Failure.UNAVAILABLE, 1);
        nimble.publishControl().deny("ID_1", "ID_2");
        assertThat(nimble.publishControl().list()).isEmpty();
        assertThat(server.calls()).hasSize(3);
    }
}
