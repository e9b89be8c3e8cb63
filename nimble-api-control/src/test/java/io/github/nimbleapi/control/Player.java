package io.github.nimbleapi.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Plays an endless stream until it is cut off. */
final class Player implements AutoCloseable {
    final int status;
    private final HttpURLConnection connection;
    private final CountDownLatch started = new CountDownLatch(1);
    private final CompletableFuture<Void> cutOff = new CompletableFuture<>();

    private Player(HttpURLConnection connection) throws IOException {
        this.connection = connection;
        this.status = connection.getResponseCode();
        if (status == 200) {
            InputStream media = connection.getInputStream();
            Thread thread = new Thread(() -> play(media), "player");
            thread.setDaemon(true);
            thread.start();
        }
    }

    static Player of(URI url) throws IOException {
        return new Player((HttpURLConnection) url.toURL().openConnection());
    }

    private void play(InputStream media) {
        byte[] buffer = new byte[8192];
        try {
            while (media.read(buffer) >= 0) {
                started.countDown();
            }
        } catch (IOException e) {
            // So does a server end a player.
        }
        cutOff.complete(null);
    }

    void plays() throws InterruptedException {
        assertThat(status).isEqualTo(200);
        assertThat(started.await(10, TimeUnit.SECONDS)).isTrue();
    }

    boolean isCutOff() {
        return cutOff.isDone();
    }

    void isCutOffNow() {
        assertThat(cutOff).succeedsWithin(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        connection.disconnect();
    }
}
