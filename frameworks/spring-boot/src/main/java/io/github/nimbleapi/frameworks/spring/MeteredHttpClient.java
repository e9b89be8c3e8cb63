package io.github.nimbleapi.frameworks.spring;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.java11.instrument.binder.jdk.MicrometerHttpClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An HTTP client that times each request: {@code http.client.requests} with method, uri, status and outcome. */
final class MeteredHttpClient {
    private static final Pattern FAMILY = Pattern.compile("/manage/[^/]+");

    private MeteredHttpClient() {}

    static HttpClient create(Duration connectTimeout, MeterRegistry meters) {
        HttpClient plain =
                HttpClient.newBuilder().connectTimeout(connectTimeout).build();
        return MicrometerHttpClient.instrumentationBuilder(plain, meters)
                .uriMapper(request -> family(request.uri()))
                .build();
    }

    /** A query proves the token, and names of streams would make a meter each: neither may be in a tag. */
    static String family(URI uri) {
        Matcher found = FAMILY.matcher(uri.getRawPath());
        return found.find() ? found.group() : "other";
    }
}
