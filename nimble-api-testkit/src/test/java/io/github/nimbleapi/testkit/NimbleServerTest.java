package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.stream.LiveStream;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

/** The JUnit 5 extension, used as a user would and looked at from outside. */
class NimbleServerTest {
    @NimbleServer
    static FakeNimble shared;

    @NimbleServer("mine")
    FakeNimble mine;

    @BeforeEach
    void oneWatches(@NimbleServer("mine") FakeNimble sameAsTheField) {
        sameAsTheField.addSession(s -> s.app("live"));
    }

    @Test
    void theSameNameIsTheSameFake(@NimbleServer("mine") FakeNimble parameter, @NimbleServer("other") FakeNimble other) {
        assertThat(parameter).isSameAs(mine).isNotSameAs(other);
        assertThat(mine.newClient().sessions().list()).hasSize(1);
        assertThat(other.newClient().sessions().list()).isEmpty();
    }

    @Test
    void aStaticFieldIsSetForTheClass(@NimbleServer FakeNimble parameter) {
        assertThat(parameter).isSameAs(shared);
    }

    @Nested
    class Inside {
        @Test
        void fieldsOfTheOuterTestAreSet() {
            assertThat(mine.newClient().sessions().list()).hasSize(1);
        }
    }

    @Test
    void eachTestHasAFreshFakeThatIsClosedAfterIt() {
        TwoTests.SEEN.clear();
        run(TwoTests.class).assertStatistics(tests -> tests.succeeded(2));
        assertThat(TwoTests.SEEN)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .allSatisfy(fake -> assertThat(isListening(fake)).isFalse());
    }

    @Test
    void anotherTypeIsRefused() {
        assertThat(failureOf(WrongType.class)).contains("text").contains("FakeNimble");
    }

    @Test
    void aParameterOfAnotherTypeIsRefused() {
        assertThat(failureOf(WrongParameter.class)).contains("String").contains("FakeNimble");
    }

    @Test
    void aFinalFieldIsRefused() {
        assertThat(failureOf(FinalField.class)).contains("fixed").contains("final");
    }

    @Test
    void oneNameWithOtherSettingsIsRefused() {
        assertThat(failureOf(TwoTokens.class))
                .contains("@NimbleServer:")
                .contains("(managementToken)")
                .contains("another name")
                .doesNotContain("s3cret");
        assertThat(failureOf(OtherSettings.class))
                .contains("@NimbleServer(\"edge\"):")
                .contains("(sessions, streams)");
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThat(failureOf(NegativeSessions.class)).contains("sessions is -1");
        assertThat(failureOf(StreamWithoutName.class)).contains("\"live/\"").contains("live/tv");
        assertThat(failureOf(SameStreamTwice.class)).contains("live/tv is live already");
    }

    @Test
    void aFakeWhoseSettingsAreRefusedIsClosed() {
        Set<String> before = listeners();
        failureOf(SameStreamTwice.class);
        assertThat(listeners()).isEqualTo(before);
    }

    @Test
    void itBeginsWithSessionsAndStreams(
            @NimbleServer(
                            value = "full",
                            managementToken = "s3cret",
                            sessions = 3,
                            streams = {"live/tv", "vod/a/b"})
                    FakeNimble full) {
        NimbleClient nimble = full.newClient();
        assertThat(nimble.sessions().list()).hasSize(3);
        assertThat(nimble.liveStreams().list()).extracting(LiveStream::stream).containsExactlyInAnyOrder("tv", "b");
        try (NimbleClient stranger = NimbleClient.create(full.url())) {
            assertThatThrownBy(() -> stranger.sessions().list()).isInstanceOf(NimbleAuthenticationException.class);
        }
    }

    @Test
    void anAnnotationOfTheUsersStandsForIt() {
        run(Composed.class).assertStatistics(tests -> tests.succeeded(1));
    }

    @Test
    void aParameterOfTheConstructorOrOfBeforeAllIsOfTheClass() {
        OfTheClass.SEEN.clear();
        run(OfTheClass.class).assertStatistics(tests -> tests.succeeded(2));
        assertThat(OfTheClass.SEEN)
                .hasSize(1)
                .allSatisfy(fake -> assertThat(isListening(fake)).isFalse());
    }

    static Events run(Class<?> tests) {
        return execute(tests).testEvents();
    }

    static EngineExecutionResults execute(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute();
    }

    private static String failureOf(Class<?> tests) {
        List<String> failures = run(tests)
                .failed()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .orElseThrow()
                        .toString())
                .collect(Collectors.toList());
        assertThat(failures).hasSize(1);
        return failures.get(0);
    }

    /** The threads that listen, but not those of connections, which end by themselves. */
    private static Set<String> listeners() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.matches("fake-nimble-[0-9]+"))
                .collect(Collectors.toSet());
    }

    private static boolean isListening(FakeNimble fake) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fake.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    /** Run by the test above. */
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class TwoTests {
        static final List<FakeNimble> SEEN = new ArrayList<>();

        @Test
        @Order(1)
        void first(@NimbleServer FakeNimble fake) {
            SEEN.add(fake);
            assertThat(isListening(fake)).isTrue();
        }

        @Test
        @Order(2)
        void second(@NimbleServer FakeNimble fake) {
            SEEN.add(fake);
            assertThat(isListening(SEEN.get(0))).isFalse();
        }
    }

    /** Run by the test above. */
    static class TwoTokens {
        @Test
        void never(
                @NimbleServer(managementToken = "s3cret") FakeNimble one,
                @NimbleServer(managementToken = "other") FakeNimble two) {}
    }

    /** Run by the test above. */
    static class WrongType {
        @NimbleServer
        String text;

        @Test
        void never() {}
    }

    /** Run by the test above. */
    static class WrongParameter {
        @Test
        void never(@NimbleServer String text) {}
    }

    /** Run by the test above. */
    static class FinalField {
        @NimbleServer
        private final FakeNimble fixed = null;

        @Test
        void never() {
            assertThat(fixed).isNotNull();
        }
    }

    /** Run by the test above. */
    static class OtherSettings {
        @NimbleServer(value = "edge", sessions = 1)
        FakeNimble edge;

        @Test
        void never(@NimbleServer(value = "edge", streams = "live/tv") FakeNimble other) {}
    }

    /** Run by the test above. */
    static class NegativeSessions {
        @Test
        void never(@NimbleServer(sessions = -1) FakeNimble fake) {}
    }

    /** Run by the test above. */
    static class SameStreamTwice {
        @Test
        void never(@NimbleServer(streams = {"live/tv", "live/tv"}) FakeNimble fake) {}
    }

    /** Run by the test above. */
    static class StreamWithoutName {
        @Test
        void never(@NimbleServer(streams = "live/") FakeNimble fake) {}
    }

    @Target({ElementType.PARAMETER, ElementType.FIELD})
    @Retention(RetentionPolicy.RUNTIME)
    @NimbleServer(value = "edge", sessions = 2)
    @interface Edge {}

    /** Run by the test above. */
    @SuppressWarnings("NullAway") // does not know the annotation
    static class Composed {
        @Edge
        static FakeNimble shared;

        @Edge
        private FakeNimble field;

        @Test
        void anywhere(@Edge FakeNimble parameter, @NimbleServer FakeNimble other) {
            assertThat(parameter).isSameAs(shared).isSameAs(field).isNotSameAs(other);
            assertThat(parameter.newClient().sessions().list()).hasSize(2);
            assertThat(other.newClient().sessions().list()).isEmpty();
        }
    }

    /** Run by the test above. */
    static class OfTheClass {
        static final Set<FakeNimble> SEEN = new HashSet<>();

        OfTheClass(@NimbleServer FakeNimble ofTheConstructor) {
            SEEN.add(ofTheConstructor);
        }

        @BeforeAll
        static void first(@NimbleServer FakeNimble ofTheClass) {
            SEEN.add(ofTheClass);
        }

        @Test
        void one(@NimbleServer FakeNimble parameter) {
            SEEN.add(parameter);
            assertThat(isListening(parameter)).isTrue();
        }

        @Test
        void other() {
            assertThat(SEEN).allSatisfy(fake -> assertThat(isListening(fake)).isTrue());
        }

        @AfterAll
        static void last(@NimbleServer FakeNimble ofTheClass) {
            SEEN.add(ofTheClass);
            assertThat(isListening(ofTheClass)).isTrue();
        }
    }
}
