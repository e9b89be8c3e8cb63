package io.github.nimbleapi.internal.http;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLParameters;

/** Makes the JDK's HTTP client where the user gives none. */
final class OwnHttpClient {
    private OwnHttpClient() {}

    static HttpClient create(BaseUrl server, Duration connectTimeout, Executor threads) {
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(connectTimeout);
        return server.isPlain()
                ? plain(builder).build()
                // The executor is for the handshakes too, which compute, and may ask others about certificates.
                : builder.executor(threads).build();
    }

    /**
     * For http alone; redirects to https are not followed.
     *
     * <p>What the JDK would hand to an executor is done in its one selector thread: two changes of threads less for each
     * call. So nothing that is called there may wait or be code of users: {@link JdkTransport} and {@link BodyStream} hand
     * over at once.
     */
    private static HttpClient.Builder plain(HttpClient.Builder builder) {
        return builder.executor(Runnable::run).sslContext(new NoTls()).sslParameters(new SSLParameters());
    }
}
