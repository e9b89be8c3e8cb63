package io.github.nimbleapi.testkit;

import io.github.nimbleapi.icecast.IcecastStreamInfo;
import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The Icecast streams of a fake, from {@link FakeNimble#icecast()}. Thread-safe. */
public final class FakeIcecast {
    private final Map<List<String>, IcecastStreamInfo> streams = new ConcurrentHashMap<>();

    FakeIcecast() {}

    /**
     * Adds an Icecast stream, or changes what it says of itself.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param info what it says; its extra members are not told
     */
    public void put(String app, String stream, IcecastStreamInfo info) {
        streams.put(name(app, stream), Objects.requireNonNull(info, "info"));
    }

    /**
     * What a stream says of itself now, metadata updates included.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return what it says, or empty if there is no such stream
     */
    public Optional<IcecastStreamInfo> info(String app, String stream) {
        return Optional.ofNullable(streams.get(name(app, stream)));
    }

    void addTo(Endpoints endpoints) {
        endpoints.on(
                "GET",
                "/manage/icecast_stream_info/{app}/{stream}",
                asked -> info(asked.name("app"), asked.name("stream"))
                        .map(info -> WireReply.json(wireText(info)))
                        .orElse(WireReply.status("NotFound")));
        endpoints.on("POST", "/manage/icecast_metadata/{app}/{stream}", this::update);
    }

    private WireReply update(Asked asked) {
        Object title = asked.members().get("streamtitle");
        Object url = asked.members().get("streamurl");
        if (!(title instanceof String) || !(url == null || url instanceof String)) {
            return WireReply.status("Error");
        }
        IcecastStreamInfo updated = streams.computeIfPresent(
                name(asked.name("app"), asked.name("stream")),
                (name, info) -> with(info, (String) title, url == null ? info.url() : (String) url));
        return WireReply.status(updated == null ? "NotFound" : "Ok");
    }

    private static List<String> name(String app, String stream) {
        return List.of(Objects.requireNonNull(app, "app"), Objects.requireNonNull(stream, "stream"));
    }

    private static IcecastStreamInfo with(IcecastStreamInfo info, String title, String url) {
        return IcecastStreamInfo.builder()
                .name(info.name())
                .genre(info.genre())
                .bitrate(info.bitrate())
                .extraMembers(info.extraMembers())
                .title(title)
                .url(url)
                .build();
    }

    private static String wireText(IcecastStreamInfo info) {
        JsonText text = new JsonText()
                .member("icy-name", info.name())
                .member("icy-genre", info.genre())
                .member("icy-br", info.bitrate())
                .member("streamtitle", info.title());
        return (info.url().isEmpty() ? text : text.member("streamurl", info.url())).toString();
    }
}
