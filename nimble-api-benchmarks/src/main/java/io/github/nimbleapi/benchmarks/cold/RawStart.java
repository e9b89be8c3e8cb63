package io.github.nimbleapi.benchmarks.cold;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** The JDK's client alone: prints the nanoseconds from the start of main to the answer. */
public final class RawStart {
    private RawStart() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        byte[] body = body(arguments[0]);
        long nanos = System.nanoTime() - start;
        System.out.println(body.length == 0 ? "none" : nanos);
    }

    static byte[] body(String url) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/manage/sessions")).build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofByteArray())
                .body();
    }
}
