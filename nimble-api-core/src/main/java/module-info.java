/**
 * Client for the management API of Softvelum Nimble Streamer: who is watching, and what else goes on.
 *
 * <pre>{@code
 * try (NimbleClient nimble = NimbleClient.create("http://edge-1:8082")) {
 *     nimble.sessions().list().forEach(System.out::println);
 * }
 * }</pre>
 *
 * <p>Begin with {@link io.github.nimbleapi.NimbleClient}: it has a service for each family of endpoints, such as
 * {@link io.github.nimbleapi.session.Sessions}. What goes wrong is a
 * {@link io.github.nimbleapi.error.NimbleException}. Links for players and encoders are signed by what is in
 * {@link io.github.nimbleapi.signing}, without a client.
 */
// The module named below is compiled after this one.
@SuppressWarnings("module")
module io.github.nimbleapi {
    requires transitive java.net.http;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires transitive static org.jspecify;

    exports io.github.nimbleapi;
    exports io.github.nimbleapi.cache;
    exports io.github.nimbleapi.dvr;
    exports io.github.nimbleapi.error;
    exports io.github.nimbleapi.icecast;
    exports io.github.nimbleapi.protocol;
    exports io.github.nimbleapi.publish;
    exports io.github.nimbleapi.raw;
    exports io.github.nimbleapi.republish;
    exports io.github.nimbleapi.scte35;
    exports io.github.nimbleapi.server;
    exports io.github.nimbleapi.session;
    exports io.github.nimbleapi.signing;
    exports io.github.nimbleapi.stream;
    exports io.github.nimbleapi.internal.ip to
            io.github.nimbleapi.control;
    exports io.github.nimbleapi.internal.json to
            io.github.nimbleapi.control;
}
