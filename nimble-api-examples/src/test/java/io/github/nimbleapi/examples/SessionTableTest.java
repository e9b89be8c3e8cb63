package io.github.nimbleapi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.session.PlaybackSession;
import io.github.nimbleapi.session.SessionType;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SessionTableTest {
    private static final Instant NOW = Instant.parse("2026-05-20T13:05:09Z");

    private final StringWriter printed = new StringWriter();

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        print(
                PlaybackSession.builder(4).app("live").stream("a-long-name")
                        .type(SessionType.HLS)
                        .viewerId("ann")
                        .clientIp("192.0.2.1")
                        .created(NOW.minus(Duration.ofMinutes(3)))
                        .bytesSent(1_500_000)
                        .build(),
                PlaybackSession.builder(-1).build());

        assertThat(lines())
                .containsExactly(
                        "ID                    APP/STREAM        TYPE  VIEWER  CLIENT IP  SINCE      SENT",
                        "4                     live/a-long-name  HLS   ann     192.0.2.1  3 min ago  1.5 MB",
                        "18446744073709551615  -                 -     -       -          -          0 B");
    }

    @Test
    void wordsOfAPlayerDoNotSteerTheTerminal() {
        print(PlaybackSession.builder(4).viewerId("a\u001b[2Jnn\n5  live\u202e").build());

        assertThat(lines()).hasSize(2);
        assertThat(lines().get(1)).contains("a?[2Jnn?5  live?");
    }

    @Test
    void noSessionsNoHeadings() {
        assertThat(print()).isZero();
        assertThat(printed.toString()).isEmpty();
    }

    @Test
    void rowsArePrintedBeforeTheListIsComplete() {
        Stream<PlaybackSession> many = sessions(1_000)
                .peek(session -> assertThat(
                                session.id() <= 150 || printed.toString().contains("\n149 "))
                        .isTrue());

        long count = new SessionTable(new PrintWriter(printed, true), NOW).print(many.iterator());

        assertThat(count).isEqualTo(1_000);
        assertThat(lines()).hasSize(1_001);
    }

    @Test
    void itStopsWhenNobodyReadsTheOutput() {
        PrintWriter nobody = new PrintWriter(Writer.nullWriter()) {
            @Override
            public boolean checkError() {
                return true;
            }
        };

        long count = new SessionTable(nobody, NOW).print(sessions(1_000).iterator());

        assertThat(count).isEqualTo(100);
    }

    private static Stream<PlaybackSession> sessions(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(id -> PlaybackSession.builder(id).build());
    }

    private long print(PlaybackSession... sessions) {
        return new SessionTable(new PrintWriter(printed, true), NOW)
                .print(List.of(sessions).iterator());
    }

    private List<String> lines() {
        return printed.toString().lines().collect(Collectors.toList());
    }
}
