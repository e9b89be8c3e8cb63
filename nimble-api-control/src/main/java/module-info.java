/**
 * Control over the viewers of Softvelum Nimble Streamer: what you decide once holds wherever a viewer turns up.
 *
 * <pre>{@code
 * try (SessionGuard guard = SessionGuard.builder(nimble).blocklist(blocklist).build().start()) {
 *     blocklist.blockViewer("user-42", Duration.ofHours(1)); // ended within seconds, again and again
 *     Thread.sleep(60_000);
 * }
 * }</pre>
 *
 * <p>A {@link io.github.nimbleapi.control.guard.Blocklist} says who is out. A
 * {@link io.github.nimbleapi.control.guard.SessionGuard} ends the sessions of those, and so do the answers of a
 * {@link io.github.nimbleapi.control.handler.PayPerViewHandler} and a
 * {@link io.github.nimbleapi.control.handler.PlaybackAuthorizationHandler}. A
 * {@link io.github.nimbleapi.control.watch.SessionWatcher} tells who comes and goes; a
 * {@link io.github.nimbleapi.control.fleet.NimbleFleet} is many servers as one.
 */
module io.github.nimbleapi.control {
    requires transitive io.github.nimbleapi;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires java.xml;
    requires jdk.httpserver;
    requires transitive static org.jspecify;

    exports io.github.nimbleapi.control.fleet;
    exports io.github.nimbleapi.control.guard;
    exports io.github.nimbleapi.control.handler;
    exports io.github.nimbleapi.control.watch;
}
