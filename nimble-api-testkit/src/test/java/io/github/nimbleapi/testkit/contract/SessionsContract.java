package io.github.nimbleapi.testkit.contract;

import static io.github.nimbleapi.session.SessionFilters.ofViewer;
import static io.github.nimbleapi.session.SessionFilters.onApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Listing and ending sessions. */
abstract class SessionsContract extends Contract {
    SessionsContract(TestServer.Starter starter) {
        super(starter);
    }

    @BeforeEach
    void threeWatch() {
        server.addSession(4, "live", "one", "ann");
        server.addSession(5, "live", "two", "");
        server.addSession(6, "radio", "main", "ann");
    }

    @Test
    void listsInTheServersOrder() {
        List<PlaybackSession> all = nimble.sessions().list();
        assertThat(all).extracting(PlaybackSession::id).containsExactly(4L, 5L, 6L);
        assertThat(all).extracting(PlaybackSession::stream).containsExactly("one", "two", "main");
        assertThat(all.get(0).viewerId()).contains("ann");
        assertThat(all.get(1).viewerId()).isEmpty();
        assertThat(all).allSatisfy(session -> assertThat(session.created()).isPresent());
    }

    @Test
    void blockingAsyncAndStreamingTellTheSame() {
        List<PlaybackSession> all = nimble.sessions().list();
        assertThat(nimble.sessions().listAsync().join()).isEqualTo(all);
        try (Stream<PlaybackSession> stream = nimble.sessions().stream()) {
            assertThat(stream.collect(Collectors.toList())).isEqualTo(all);
        }
    }

    @Test
    void filters() {
        assertThat(nimble.sessions().list(onApp("live"))).hasSize(2);
        assertThat(nimble.sessions()
                        .listAsync(onApp("live").and(ofViewer("ann")))
                        .join())
                .hasSize(1);
        assertThat(nimble.sessions().list(onApp("vod"))).isEmpty();
    }

    @Test
    void finds() {
        assertThat(nimble.sessions().find(5)).map(PlaybackSession::stream).contains("two");
        assertThat(nimble.sessions().find(99)).isEmpty();
        assertThat(nimble.sessions().findAsync(6).join()).isPresent();
    }

    @Test
    void deletesById() {
        nimble.sessions().delete(4, 6);
        assertThat(server.running()).containsExactly(5L);
        nimble.sessions().deleteAsync(5).join();
        assertThat(server.running()).isEmpty();
        assertThat(nimble.sessions().list()).isEmpty();
    }

    @Test
    void deletesWhatAFilterAccepts() {
        assertThat(nimble.sessions().deleteIf(ofViewer("ann")))
                .extracting(PlaybackSession::id)
                .containsExactly(4L, 6L);
        assertThat(server.running()).containsExactly(5L);
        assertThat(nimble.sessions().deleteIfAsync(onApp("live")).join()).hasSize(1);
        assertThat(server.running()).isEmpty();
    }

    @Test
    void deletesWhatWasListed() {
        nimble.sessions().deleteAll(nimble.sessions().list(onApp("live")));
        assertThat(server.running()).containsExactly(6L);
        nimble.sessions().deleteAllAsync(nimble.sessions().list()).join();
        assertThat(server.running()).isEmpty();
    }

    @Test
    void sendsNothingWhereNothingIsToBeDeleted() {
        nimble.sessions().delete();
        nimble.sessions().deleteAsync().join();
        nimble.sessions().deleteAll(List.of());
        assertThat(server.calls()).isEmpty();
        nimble.sessions().deleteIf(onApp("vod"));
        assertThat(server.calls()).containsExactly("/manage/sessions");
    }

    @Test
    void deletingWhatIsGoneIsNoError() {
        nimble.sessions().delete(4);
        nimble.sessions().delete(4, 12345);
        assertThat(server.running()).containsExactly(5L, 6L);
    }

    @Test
    void deletesThousands() {
        LongStream.range(1_000, 2_200).forEach(id -> server.addSession(id, "bulk", "s", ""));
        assertThat(nimble.sessions().deleteIf(onApp("bulk"))).hasSize(1_200);
        assertThat(server.running()).containsExactly(4L, 5L, 6L);
        assertThat(server.calls())
                .containsExactly(
                        "/manage/sessions",
                        "/manage/sessions/delete",
                        "/manage/sessions/delete",
                        "/manage/sessions/delete");
    }
}
