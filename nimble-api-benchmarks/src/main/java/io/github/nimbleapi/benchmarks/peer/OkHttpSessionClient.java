package io.github.nimbleapi.benchmarks.peer;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import com.squareup.moshi.Types;
import java.io.IOException;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** OkHttp with a JSON library that reads from what arrives. */
final class OkHttpSessionClient implements SessionClient {
    private final OkHttpClient http = new OkHttpClient();
    private final Request request;
    private final Decoder decoder;

    @FunctionalInterface
    private interface Decoder {
        List<SessionBean> decode(ResponseBody body) throws IOException;
    }

    private OkHttpSessionClient(String url, Decoder decoder) {
        this.request = new Request.Builder().url(url + "/manage/sessions").build();
        this.decoder = decoder;
    }

    static OkHttpSessionClient withMoshi(String url) {
        JsonAdapter<List<SessionBean>> adapter =
                new Moshi.Builder().build().adapter(Types.newParameterizedType(List.class, SessionBean.class));
        return new OkHttpSessionClient(url, body -> sessions(adapter.fromJson(body.source())));
    }

    static OkHttpSessionClient withGson(String url) {
        Gson gson = new Gson();
        TypeToken<List<SessionBean>> type = new TypeToken<>() {};
        return new OkHttpSessionClient(url, body -> gson.fromJson(body.charStream(), type));
    }

    private static List<SessionBean> sessions(@Nullable List<SessionBean> decoded) throws IOException {
        if (decoded == null) {
            throw new IOException("no list");
        }
        return decoded;
    }

    @Override
    public List<?> list() throws IOException {
        try (Response response = http.newCall(request).execute()) {
            ResponseBody body = response.body();
            if (!response.isSuccessful() || body == null) {
                throw new IOException("status " + response.code());
            }
            return decoder.decode(body);
        }
    }

    @Override
    public void close() {
        close(http);
    }

    static void close(OkHttpClient http) {
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }
}
