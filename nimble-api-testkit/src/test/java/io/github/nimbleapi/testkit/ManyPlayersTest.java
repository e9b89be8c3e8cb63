package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.session.PlaybackSession;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A thousand viewers at once, while somebody asks for the list ten times a second. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class ManyPlayersTest {
    private static final int PLAYERS = 1_000;
    private static final int ROUNDS = 4;
    private static final int PIECE = 4_000;

    private final Queue<Throwable> troubles = new ConcurrentLinkedQueue<>();
    private final CountDownLatch allPlay = new CountDownLatch(PLAYERS);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Test
    void aThousandPlayersAreServedAndSeen() throws Exception {
        List<Thread> players = new ArrayList<>();
        try (FakeNimble fake = FakeNimble.start()) {
            fake.addStream("live", "tv");
            NimbleClient nimble = fake.newClient();
            for (int i = 0; i < PLAYERS; i++) {
                players.add(start(i, fake));
            }

            int most = 0;
            while (!allPlay.await(100, TimeUnit.MILLISECONDS) && troubles.isEmpty()) {
                List<PlaybackSession> sessions = nimble.sessions().list();
                assertThat(sessions).as("a session that was seen is not lost").hasSizeGreaterThanOrEqualTo(most);
                most = sessions.size();
            }
            assertThat(troubles).isEmpty();
            List<PlaybackSession> all = nimble.sessions().list();
            assertThat(all).hasSize(PLAYERS).allMatch(session -> session.bytesSent() > 0);
            assertThat(agents(all)).as("one session for each player").hasSize(PLAYERS);

            goOn.countDown();
            while (players.stream().anyMatch(Thread::isAlive)) {
                nimble.sessions().list();
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(troubles).isEmpty();
        }
        awaitNoThreadOfAFake();
    }

    private static Set<String> agents(List<PlaybackSession> sessions) {
        return sessions.stream().map(PlaybackSession::userAgent).collect(Collectors.toSet());
    }

    private Thread start(int number, FakeNimble fake) {
        String file = number % 10 == 0 ? "mpeg.2ts" : number % 10 == 1 ? "icecast.stream" : "playlist.m3u8";
        URI url = fake.playbackUrl("live", "tv", file);
        Thread thread = new Thread(() -> play(number, url), "player-" + number);
        thread.start();
        return thread;
    }

    private void play(int number, URI url) {
        try {
            if (url.getPath().endsWith(".m3u8")) {
                watchPlaylist(number, url);
            } else {
                watchBody(number, url);
            }
        } catch (Exception | AssertionError e) {
            troubles.add(e);
            allPlay.countDown();
        }
    }

    private void watchPlaylist(int number, URI playlist) throws Exception {
        URI chunks = last(playlist, read(number, playlist));
        for (int round = 0; round < ROUNDS; round++) {
            byte[] segment = read(number, last(chunks, read(number, chunks)));
            assertThat(segment.length % 188).isZero();
            if (round == 0) {
                allPlay.countDown();
                goOn.await();
            }
        }
    }

    private void watchBody(int number, URI url) throws Exception {
        try (InputStream body = open(number, url).getInputStream()) {
            assertThat(body.readNBytes(PIECE)).hasSize(PIECE);
            allPlay.countDown();
            goOn.await();
            assertThat(body.readNBytes(ROUNDS * PIECE)).hasSize(ROUNDS * PIECE);
        }
    }

    private static byte[] read(int number, URI url) throws Exception {
        HttpURLConnection connection = open(number, url);
        assertThat(connection.getResponseCode()).isEqualTo(200);
        try (InputStream body = connection.getInputStream()) {
            return body.readAllBytes();
        }
    }

    private static HttpURLConnection open(int number, URI url) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestProperty("User-Agent", "Player/" + number);
        return connection;
    }

    private static URI last(URI list, byte[] text) {
        String[] lines = new String(text, StandardCharsets.UTF_8).strip().split("\n", -1);
        return list.resolve(lines[lines.length - 1]);
    }

    private static void awaitNoThreadOfAFake() throws InterruptedException {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(one -> one.getName().startsWith("fake-nimble"))) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }
}
