package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
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
        run(WrongType.class)
                .failed()
                .assertThatEvents()
                .hasSize(1)
                .allSatisfy(
                        event -> assertThat(event.toString()).contains("text").contains("FakeNimble"));
    }

    @Test
    void oneNameWithTwoTokensIsRefused() {
        run(TwoTokens.class).assertStatistics(tests -> tests.failed(1));
    }

    static Events run(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.conditions.deactivate", "*")
                .execute()
                .testEvents();
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
}
