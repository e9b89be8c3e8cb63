package io.github.nimbleapi.benchmarks.peer;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.util.concurrent.CompletableFuture;

/** The JDK's client with the one request that is measured. */
final class Http {
    private final HttpClient client = client();
    private final HttpRequest request;

    Http(String url) {
        request = HttpRequest.newBuilder(URI.create(url + "/manage/sessions")).build();
    }

    /** In HTTP/1.1, since by default it asks for HTTP/2 with every request, which would cost the peers some time. */
    static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    <T> T get(BodyHandler<T> handler) throws IOException, InterruptedException {
        return body(client.send(request, handler));
    }

    <T> CompletableFuture<T> getAsync(BodyHandler<T> handler) {
        return client.sendAsync(request, handler).thenApply(Http::body);
    }

    private static <T> T body(HttpResponse<T> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException("status " + response.statusCode());
        }
        return response.body();
    }
}
