/** Control over the viewers of Softvelum Nimble Streamer. */
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
