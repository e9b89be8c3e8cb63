package tour;

import static io.github.nimbleapi.session.SessionFilters.ofViewer;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.control.handler.HandlerServer;
import io.github.nimbleapi.control.handler.PayPerViewHandler;
import io.github.nimbleapi.control.handler.StreamEventHandler;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.signing.PlaybackUrlSigner;
import io.github.nimbleapi.testkit.FakeNimble;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Something of each jar, and of each module of the JDK and of Jackson that they require. */
public final class Tour {
    private static final String TOKEN = "s3cret";

    private Tour() {}

    /** Prints where it ran, and which Jackson it got. */
    public static void main(String[] args) throws Exception {
        try (FakeNimble fake = FakeNimble.builder().managementToken(TOKEN).start();
                NimbleClient nimble =
                        NimbleClient.builder(fake.url()).managementToken(TOKEN).build()) {
            sessions(fake, nimble);
            handlers(fake);
            link(fake);
        }
        Class<?> jackson = Class.forName("com.fasterxml.jackson.core.json.PackageVersion");
        System.out.println((Tour.class.getModule().isNamed() ? "in a module" : "on the class path")
                + " with Jackson " + jackson.getField("VERSION").get(null));
    }

    private static void sessions(FakeNimble fake, NimbleClient nimble) {
        fake.addSession(s -> s.id(4).app("live").stream("one").viewerId("ann"));
        fake.addSession(s -> s.id(5).app("live").stream("one").viewerId("bob"));
        check(nimble.sessions().list().size() == 2);
        check(nimble.sessions().list(ofViewer("bob")).get(0).id() == 5);
        check(nimble.sessions().deleteIf(ofViewer("ann")).size() == 1);
        check(nimble.sessions().find(4).isEmpty());
        check(nimble.server().status().connections() >= 0);
        try (NimbleClient stranger = NimbleClient.create(fake.url())) {
            stranger.sessions().list();
            check(false);
        } catch (NimbleAuthenticationException e) {
            check(e.statusCode() == 403 || e.statusCode() == 401);
        }
    }

    private static void handlers(FakeNimble fake) throws Exception {
        PayPerViewHandler payPerView = PayPerViewHandler.builder()
                .token(TOKEN)
                .onReport(report -> Set.of("bob"))
                .build();
        try (HandlerServer server =
                HandlerServer.builder().port(0).handle("/pay-per-view", payPerView).start()) {
            fake.payPerView().handler(server.uri("/pay-per-view"), TOKEN);
            // Many tests may be running beside this one.
            fake.payPerView().timeout(Duration.ofMinutes(1));
            fake.payPerView().report().problem().ifPresent(problem -> {
                throw new AssertionError(problem);
            });
            check(fake.payPerView().denied().equals(Set.of("bob")));
        }

        List<String> published = new ArrayList<>();
        byte[] xml = "<ApiSyncRequest><Publish><stream>live/two</stream><time>5</time></Publish></ApiSyncRequest>"
                .getBytes(StandardCharsets.UTF_8);
        StreamEventHandler events = StreamEventHandler.withoutToken(event -> published.add(event.stream()));
        check(events.handle(xml).status() == 200 && published.equals(List.of("two")));
    }

    private static void link(FakeNimble fake) throws Exception {
        fake.wmsAuth().key(TOKEN);
        fake.addStream("live", "one");
        URI plain = fake.playbackUrl("live", "one", "playlist.m3u8");
        URI signed = PlaybackUrlSigner.builder(TOKEN).viewerId("ann").build().sign(plain);
        check(get(plain).statusCode() == 403);
        URI chunks = last(signed);
        URI segment = last(chunks);
        check(get(segment).body().length() > 1000);
    }

    /** What the last line of a playlist points to. */
    private static URI last(URI playlist) throws Exception {
        String[] lines = get(playlist).body().split("\n");
        return playlist.resolve(lines[lines.length - 1]);
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new AssertionError();
        }
    }
}
