package io.github.nimbleapi.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** A player that asks for one file after the other, as a test tells it to. */
final class Player {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    HttpResponse<String> get(URI url, String... headers) throws IOException, InterruptedException {
        return http.send(request(url, headers), BodyHandlers.ofString());
    }

    HttpResponse<byte[]> download(URI url, String... headers) throws IOException, InterruptedException {
        return http.send(request(url, headers), BodyHandlers.ofByteArray());
    }

    HttpResponse<InputStream> open(URI url, String... headers) throws IOException, InterruptedException {
        return http.send(request(url, headers), BodyHandlers.ofInputStream());
    }

    /** What the first line that is no comment of a playlist leads to. */
    URI follow(URI playlist, String... headers) throws IOException, InterruptedException {
        String body = get(playlist, headers).body();
        return playlist.resolve(body.lines()
                .filter(line -> !line.startsWith("#"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(body)));
    }

    private static HttpRequest request(URI url, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request.build();
    }
}
