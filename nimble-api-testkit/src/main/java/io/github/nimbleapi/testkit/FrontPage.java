package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.SocketServer;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.net.URI;
import java.util.stream.Collectors;

/** The page at {@code /} of both ports of the runnable jar, for people who come with a browser. */
final class FrontPage {
    private final FakeNimble fake;
    private final FakeSessions sessions;
    private final FakeStreams streams;

    FrontPage(FakeNimble fake, FakeSessions sessions, FakeStreams streams) {
        this.fake = fake;
        this.sessions = sessions;
        this.streams = streams;
    }

    SocketServer.Handler before(SocketServer.Handler other) {
        return (request, connection) -> {
            if (request.method().equals("GET") && request.path().equals("/")) {
                connection.send(WireReply.html(200, html()));
            } else {
                other.handle(request, connection);
            }
        };
    }

    private String html() {
        return String.join(
                "\n",
                "<!DOCTYPE html>",
                "<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A fake Nimble Streamer</title></head><body>",
                "<h1>A fake Nimble Streamer</h1>",
                "<p>For tests. This is the test kit of nimble-api" + version() + ", not Softvelum's server.</p>",
                "<p>Sessions: " + sessions.count() + "</p>",
                "<p>Live streams: " + streams.all().size() + "</p>",
                "<ul>" + streams.all().stream().map(this::item).collect(Collectors.joining()) + "</ul>",
                fake.isSigned() ? "<p>Calls have to be signed with the management token.</p>" : "",
                "<pre>curl " + escaped(fake.url()) + "/manage/sessions",
                "curl -d '[1]' " + escaped(fake.url()) + "/manage/sessions/delete",
                "curl " + escaped(fake.url()) + "/manage/live_streams_status</pre>",
                "</body></html>");
    }

    private String item(FakeStream stream) {
        return "<li>" + escaped(stream.app() + "/" + stream.stream()) + ": " + link(stream, "playlist.m3u8", "HLS")
                + ", " + link(stream, "manifest.mpd", "MPEG-DASH") + "</li>";
    }

    private String link(FakeStream stream, String file, String name) {
        URI url = fake.playbackUrl(stream.app(), stream.stream(), file);
        return "<a href=\"" + escaped(url.toString()) + "\">" + name + "</a>";
    }

    private static String version() {
        String version = FakeNimble.class.getPackage().getImplementationVersion();
        return version == null ? "" : " " + escaped(version);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
