package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FakeNimbleTest {
    @Test
    void aSessionIsListedAsItWasAdded(@NimbleServer FakeNimble fake) {
        Instant began = Instant.parse("2026-05-20T13:05:09Z");
        fake.addSession(s -> s.id(-1).app("a\"b\\c").stream("tab\tümlaut 😀")
                .type(SessionType.of("MoQ"))
                .created(began)
                .lastAccess(began.plusSeconds(5))
                .clientIp("2001:db8::7")
                .userAgent("VLC/3")
                .bytesReceived(1)
                .bytesSent(9_007_199_254_740_993L)
                .viewerId("ann"));
        assertThat(fake.newClient().sessions().list())
                .containsExactly(PlaybackSession.builder(-1).app("a\"b\\c").stream("tab\tümlaut 😀")
                        .type(SessionType.of("MoQ"))
                        .created(began)
                        .lastAccess(began.plusSeconds(5))
                        .clientIp("2001:db8::7")
                        .userAgent("VLC/3")
                        .bytesReceived(1)
                        .bytesSent(9_007_199_254_740_993L)
                        .viewerId("ann")
                        .build());
    }

    @Test
    void sessionsChangeAndEnd(@NimbleServer FakeNimble fake) {
        NimbleClient nimble = fake.newClient();
        FakeSession ended = fake.addSession(s -> s.bytesSent(1));
        FakeSession deleted = fake.addSession(s -> s.app("vod"));
        fake.updateSession(ended.id(), s -> s.bytesSent(2).bytesReceived(3));
        assertThat(ended.bytesReceived()).isEqualTo(3);
        assertThat(nimble.sessions().find(ended.id()).orElseThrow().bytesSent()).isEqualTo(2);

        fake.endSession(ended.id());
        nimble.sessions().delete(deleted.id());
        assertThat(ended.isDeleted()).isFalse();
        assertThat(deleted.isDeleted()).isTrue();
        assertThat(fake.sessions()).isEmpty();
    }

    @Test
    void theLastAccessIsTheBeginningUnlessSet(@NimbleServer FakeNimble fake) {
        Instant began = Instant.parse("2026-05-20T13:05:09Z");
        fake.addSession(s -> s.created(began));
        assertThat(fake.newClient().sessions().list().get(0).lastAccess()).contains(began);
    }

    @Test
    void anAnswerWithoutABodyHasNone(@NimbleServer FakeNimble fake) {
        NimbleClient nimble = fake.newClient();
        fake.failNext(Fault.status(204));
        assertThat(nimble.raw().get("/manage/sessions").statusCode()).isEqualTo(204);
        assertThat(nimble.sessions().list()).isEmpty();
    }

    @Test
    void freeIdsAreGivenOut(@NimbleServer FakeNimble fake) {
        fake.addSession(s -> s.id(2));
        assertThat(fake.addSession(s -> {}).id()).isEqualTo(1);
        assertThat(fake.addSession(s -> {}).id()).isEqualTo(3);
    }

    @Test
    void aLargeIdIsToldAsItIsListed(@NimbleServer FakeNimble fake) {
        fake.addSession(s -> s.id(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.addSession(s -> s.id(-1)))
                .withMessageStartingWith("id is 18446744073709551615: ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.updateSession(-1, s -> s.id(8)))
                .withMessageStartingWith("the id of session 18446744073709551615 ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.endSession(-2))
                .withMessageStartingWith("id is 18446744073709551614: ");
    }

    @Test
    void wrongUseIsNamed(@NimbleServer FakeNimble fake) {
        fake.addSession(s -> s.id(7));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.addSession(s -> s.id(7)))
                .withMessageContaining("7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.endSession(8))
                .withMessageContaining("8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fake.updateSession(7, s -> s.id(8)))
                .withMessageContaining("can't be changed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeNimble.builder().port(70_000))
                .withMessageContaining("70000");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FakeNimble.builder().managementToken(" "))
                .withMessageContaining("blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.answer(600, "{}"))
                .withMessageContaining("600");
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(99)).withMessageContaining("99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.stall().times(0))
                .withMessageContaining("times");
        assertThatThrownBy(() -> Fault.stall().retryAfter(Duration.ZERO))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stall");
    }

    @Test
    void callsAreRecordedWhateverBecomesOfThem(@NimbleServer(managementToken = "s3cret") FakeNimble fake) {
        NimbleClient nimble = fake.newClient();
        fake.failNext(Fault.status(503));
        nimble.sessions().delete(3);
        assertThat(fake.calls()).hasSize(2).allSatisfy(call -> {
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.path()).isEqualTo("/manage/sessions/delete");
            assertThat(call.bodyText()).isEqualTo("[3]");
            assertThat(call.header("content-TYPE")).contains("application/json");
            assertThat(call.query()).contains("salt=").contains("&hash=");
            assertThat(call.toString()).doesNotContain("salt").doesNotContain("hash");
        });
    }

    @Test
    void faultsStrikeInTheirOrder(@NimbleServer FakeNimble fake) {
        NimbleClient nimble = fake.newClient();
        fake.failNext(Fault.answer(200, "[{\"id\":11}]").times(2));
        fake.failNext(Fault.answer(200, "[{\"id\":12}]"));
        assertThat(nimble.sessions().find(11)).isPresent();
        assertThat(nimble.sessions().find(11)).isPresent();
        assertThat(nimble.sessions().find(12)).isPresent();
        assertThat(nimble.sessions().list()).isEmpty();
    }

    @Test
    void slowAnswersArriveWhole(@NimbleServer FakeNimble fake) {
        NimbleClient nimble = fake.newClient();
        fake.addSession(s -> s.id(1));
        fake.failNext(Fault.slowBody(Duration.ofMillis(1)));
        assertThat(nimble.sessions().list()).hasSize(1);
        fake.failNext(Fault.delay(Duration.ofMillis(50)));
        assertThat(nimble.sessions().list()).hasSize(1);
        assertThat(fake.calls()).hasSize(2);
    }

    @Test
    void closingEndsItsClientsAndItsPort() {
        FakeNimble fake = FakeNimble.start();
        NimbleClient nimble = fake.newClient();
        nimble.sessions().list();
        fake.close();
        fake.close();
        assertThatThrownBy(() -> nimble.sessions().list()).isInstanceOf(IllegalStateException.class);
        try (NimbleClient other = NimbleClient.create(fake.url())) {
            assertThatThrownBy(() -> other.sessions().list()).isInstanceOf(NimbleConnectionException.class);
        }
    }

    @Test
    void aPortCanBeChosenOnce() {
        try (FakeNimble fake = FakeNimble.start()) {
            assertThatThrownBy(() -> FakeNimble.builder().port(fake.port()).start())
                    .hasMessageContaining("can't listen on 127.0.0.1:" + fake.port());
        }
    }
}
