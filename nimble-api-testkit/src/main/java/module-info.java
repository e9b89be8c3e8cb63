/**
 * A Nimble Streamer of your own, for tests: {@link io.github.nimbleapi.testkit.FakeNimble}. Your code lists and ends sessions
 * there, real players play from it, and it asks your handlers. For JUnit 5 there is
 * {@link io.github.nimbleapi.testkit.NimbleServer}; it is needed only where that is used.
 */
module io.github.nimbleapi.testkit {
    requires transitive io.github.nimbleapi;
    requires transitive static org.jspecify;
    requires static org.junit.jupiter.api;
    requires static org.junit.platform.commons;

    exports io.github.nimbleapi.testkit;
}
