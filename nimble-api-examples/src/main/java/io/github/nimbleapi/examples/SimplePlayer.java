package io.github.nimbleapi.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** A player without a screen: it plays an endless stream until it is cut off. */
final class SimplePlayer {
    private static final int PATIENCE_MILLIS = 10_000;

    private SimplePlayer() {}

    /** What a server answers. */
    static int status(URI url) {
        try {
            HttpURLConnection connection = open(url);
            int status = connection.getResponseCode();
            connection.disconnect();
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException("can't play: " + e.getMessage(), e);
        }
    }

    /** Plays in the background; done with the number of bytes when the server ends it. */
    static CompletableFuture<Long> play(URI url) {
        CompletableFuture<Long> end = new CompletableFuture<>();
        Thread thread = new Thread(() -> end.complete(bytesUntilTheEnd(url)), "player");
        thread.setDaemon(true);
        thread.start();
        return end;
    }

    private static long bytesUntilTheEnd(URI url) {
        long bytes = 0;
        try (InputStream media = open(url).getInputStream()) {
            byte[] buffer = new byte[8192];
            for (int read; (read = media.read(buffer)) >= 0; ) {
                bytes += read;
            }
        } catch (IOException e) {
            // So does a server end a player.
        }
        return bytes;
    }

    private static HttpURLConnection open(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setReadTimeout(PATIENCE_MILLIS);
        return connection;
    }
}
