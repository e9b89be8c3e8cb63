/** A Nimble Streamer of your own, for tests. */
module io.github.nimbleapi.testkit {
    requires transitive io.github.nimbleapi;
    requires transitive static org.jspecify;
    requires static org.junit.jupiter.api;
    requires static org.junit.platform.commons;

    exports io.github.nimbleapi.testkit;
}
