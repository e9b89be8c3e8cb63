package io.github.nimbleapi.benchmarks.cold;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.nimbleapi.benchmarks.peer.SessionBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** The JDK's client and Jackson's databind: prints the nanoseconds from the start of main to the first session. */
public final class DatabindStart {
    private DatabindStart() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        HttpRequest request = HttpRequest.newBuilder(URI.create(arguments[0] + "/manage/sessions"))
                .build();
        byte[] body = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofByteArray())
                .body();
        List<SessionBean> sessions = new ObjectMapper().readValue(body, new TypeReference<>() {});
        long nanos = System.nanoTime() - start;
        System.out.println(sessions.isEmpty() ? "none" : nanos);
    }
}
