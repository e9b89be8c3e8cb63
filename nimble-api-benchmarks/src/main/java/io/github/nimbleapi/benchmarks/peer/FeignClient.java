package io.github.nimbleapi.benchmarks.peer;

import feign.Client;
import feign.Feign;
import feign.RequestLine;
import feign.http2client.Http2Client;
import feign.jackson.JacksonDecoder;
import feign.okhttp.OkHttpClient;
import java.util.List;

/** OpenFeign with Jackson. */
final class FeignClient implements SessionClient {
    private final Nimble nimble;
    private final Runnable release;

    interface Nimble {
        @RequestLine("GET /manage/sessions")
        List<SessionBean> sessions();
    }

    private FeignClient(Client client, String url, Runnable release) {
        this.nimble = Feign.builder()
                .client(client)
                .decoder(new JacksonDecoder(Databind.mapper()))
                .target(Nimble.class, url);
        this.release = release;
    }

    static FeignClient overHttpClient(String url) {
        return new FeignClient(new Http2Client(Http.client()), url, () -> {});
    }

    static FeignClient overOkHttp(String url) {
        okhttp3.OkHttpClient http = new okhttp3.OkHttpClient();
        return new FeignClient(new OkHttpClient(http), url, () -> OkHttpSessionClient.close(http));
    }

    @Override
    public List<?> list() {
        return nimble.sessions();
    }

    @Override
    public void close() {
        release.run();
    }
}
