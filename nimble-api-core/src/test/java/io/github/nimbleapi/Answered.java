package io.github.nimbleapi;

import java.util.function.Function;
import java.util.stream.Stream;

/** A recorded answer, and the call that reads it. */
final class Answered {
    final String fixture;
    final Function<NimbleClient, ?> call;

    private Answered(String fixture, Function<NimbleClient, ?> call) {
        this.fixture = fixture;
        this.call = call;
    }

    static Stream<Answered> all() {
        return Stream.of(
                new Answered("server_status.json", n -> n.server().status()),
                new Answered("server_playlist_status.json", n -> n.server().playlistStatus()),
                new Answered("live_streams_status.json", n -> n.liveStreams().list()));
    }

    @Override
    public String toString() {
        return fixture;
    }
}
