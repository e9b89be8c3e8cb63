package io.github.nimbleapi.benchmarks.peer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import retrofit2.Call;
import retrofit2.Response;
import retrofit2.Retrofit;
import retrofit2.converter.jackson.JacksonConverterFactory;
import retrofit2.http.GET;

/** Retrofit with Jackson. */
final class RetrofitClient implements SessionClient {
    private final OkHttpClient http = new OkHttpClient();
    private final Nimble nimble;

    interface Nimble {
        @GET("manage/sessions")
        Call<List<SessionBean>> sessions();

        @GET("manage/sessions")
        CompletableFuture<List<SessionBean>> sessionsAsync();
    }

    RetrofitClient(String url) {
        nimble = new Retrofit.Builder()
                .baseUrl(url + "/")
                .client(http)
                .addConverterFactory(JacksonConverterFactory.create(Databind.mapper()))
                .build()
                .create(Nimble.class);
    }

    @Override
    public List<?> list() throws IOException {
        Response<List<SessionBean>> response = nimble.sessions().execute();
        List<SessionBean> sessions = response.body();
        if (sessions == null) {
            throw new IOException("status " + response.code());
        }
        return sessions;
    }

    @Override
    public CompletableFuture<? extends List<?>> listAsync() {
        return nimble.sessionsAsync();
    }

    @Override
    public void close() {
        OkHttpSessionClient.close(http);
    }
}
