package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.republish.RepublishRule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a failing test of a user's shows. */
class FailureReportTest {
    @Test
    void aTestThatFailsShowsWhatItsFakesWereAsked() {
        String shown = printedBy(Failing.class);
        assertThat(shown.lines())
                .containsSubsequence(
                        "A test of mine > Inside > the last one fails failed.",
                        "@NimbleServer(\"edge\") received 5 more management calls, and then these:",
                        "  GET /manage/sessions",
                        "  POST /manage/sessions/delete [4,5]",
                        "  POST /manage/rtmp/republish ***",
                        "@NimbleServer received no management calls.");
        assertThat(shown.lines().filter(line -> line.startsWith("  "))).hasSize(20);
        assertThat(shown).doesNotContain("s3cret").doesNotContain("salt").doesNotContain("hash=");
    }

    @Test
    void aTestThatSucceedsOrIsAbortedOrHasNoFakeShowsNothing() {
        assertThat(printedBy(Quiet.class)).isEmpty();
    }

    @Test
    void aClassThatFailsBeforeItsTestsShowsItToo() {
        assertThat(printedBy(FailingAtOnce.class))
                .contains("FailingAtOnce failed.")
                .contains("@NimbleServer received these management calls:")
                .contains("  GET /manage/server_status");
    }

    @Test
    void whatFailsAroundATestShowsItToo() {
        assertThat(printedBy(FailingBefore.class)).contains("never() failed.").contains("  GET /manage/server_status");
        assertThat(printedBy(FailingAfter.class)).contains("fine() failed.").contains("  GET /manage/server_status");
    }

    @Test
    void callsToHandlersAreShownWithoutTheirSecrets() {
        String shown = printedBy(FailingHandler.class);
        assertThat(shown.lines())
                .containsSubsequence(
                        "@NimbleServer received no management calls.", "@NimbleServer made these calls to handlers:");
        assertThat(shown)
                .contains("  HandlerCall[http://127.0.0.1:")
                .doesNotContain("s3cret")
                .doesNotContain("Puzzle");
    }

    @Test
    void aLongBodyWithLineBreaksIsCutToOneLine() {
        String shown = printedBy(LongCall.class);
        assertThat(shown.lines()).hasSize(3);
        assertThat(shown.lines().skip(2))
                .allSatisfy(line -> assertThat(line)
                        .startsWith("  POST /manage/sessions/delete [1, 1, 1")
                        .endsWith("...")
                        .hasSize(205));
    }

    private static String printedBy(Class<?> tests) {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            NimbleServerTest.run(tests);
        } finally {
            System.setErr(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** Run by the test above. */
    @DisplayName("A test of mine")
    static class Failing {
        @NimbleServer(value = "edge", managementToken = "s3cret")
        static FakeNimble edge;

        @Nested
        class Inside {
            @Test
            @DisplayName("the last one fails")
            void fails(@NimbleServer FakeNimble idle) {
                NimbleClient nimble = edge.newClient();
                for (int i = 0; i < 23; i++) {
                    nimble.sessions().list();
                }
                nimble.sessions().delete(4, 5);
                nimble.republishing()
                        .create(RepublishRule.to(URI.create("rtmp://h/in/s3cret"))
                                .fromWholeApplication("radio")
                                .build());
                throw new AssertionError("for the test above");
            }
        }
    }

    /** Run by the test above. */
    static class FailingHandler {
        @Test
        void fails(@NimbleServer FakeNimble fake) {
            fake.payPerView().handler(URI.create("http://127.0.0.1:" + fake.port() + "/ppv?key=s3cret"), "s3cret");
            fake.publishNotifications().handler(URI.create("http://127.0.0.1:1/events"), "s3cret");
            fake.addStream("live", "tv");
            throw new AssertionError("for the test above");
        }
    }

    /** Run by the test above. */
    static class Quiet {
        @Test
        void succeeds(@NimbleServer FakeNimble fake) {
            fake.newClient().sessions().list();
        }

        @Test
        void isAborted(@NimbleServer FakeNimble fake) {
            abort("not today");
        }

        @Test
        void failsWithoutAFake() {
            throw new AssertionError("for the test above");
        }
    }

    /** Run by the test above. */
    static class FailingAtOnce {
        @BeforeAll
        static void fails(@NimbleServer FakeNimble fake) {
            fake.newClient().server().status();
            throw new AssertionError("for the test above");
        }

        @Test
        void never() {}
    }

    /** Run by the test above. */
    static class FailingBefore {
        @BeforeEach
        void fails(@NimbleServer FakeNimble fake) {
            fake.newClient().server().status();
            throw new AssertionError("for the test above");
        }

        @Test
        void never() {}
    }

    /** Run by the test above. */
    static class FailingAfter {
        @Test
        void fine() {}

        @AfterEach
        void fails(@NimbleServer FakeNimble fake) {
            fake.newClient().server().status();
            throw new AssertionError("for the test above");
        }
    }

    /** Run by the test above. */
    static class LongCall {
        @Test
        void fails(@NimbleServer FakeNimble fake) {
            fake.newClient().raw().post("/manage/sessions/delete", "[1" + ",\n1".repeat(1000) + "]");
            throw new AssertionError("for the test above");
        }
    }
}
