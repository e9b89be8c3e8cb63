package io.github.nimbleapi.benchmarks.peer;

import io.github.nimbleapi.benchmarks.Names;
import java.io.IOException;

/** The clients that are compared. */
public enum Peer {
    /** (a): {@code HttpClient}, the body is discarded. */
    DISCARD,
    /** {@code HttpClient} with {@code ofByteArray}, nothing is decoded. */
    RAW,
    /** (b): the tokens of Jackson core over a {@code byte[]} that is there already. */
    TOKENS,
    /** (c): {@code HttpClient} with {@code ofByteArray}, and an {@code ObjectReader}. */
    BYTES_DATABIND,
    /** (d): {@code HttpClient} with {@code ofString}, and an {@code ObjectMapper}. */
    STRING_DATABIND,
    /** {@code HttpClient} with {@code ofInputStream}, and a {@code MappingIterator}. */
    ITERATOR_DATABIND,
    /** Retrofit with Jackson. */
    RETROFIT,
    /** OpenFeign with Jackson over {@code HttpClient}. */
    FEIGN_JAVA11,
    /** OpenFeign with Jackson over OkHttp. */
    FEIGN_OKHTTP,
    /** OpenFeign with {@code JacksonIteratorDecoder} over {@code HttpClient}. */
    FEIGN_ITERATOR,
    /** OkHttp with Moshi. */
    OKHTTP_MOSHI,
    /** OkHttp with Gson. */
    OKHTTP_GSON,
    /** Ours. */
    NIMBLE;

    /** Whether there are sessions in what it answers. */
    public boolean decodes() {
        return this != DISCARD && this != RAW && this != TOKENS;
    }

    /** A client of the server with this address, which ends without a slash. */
    public SessionClient open(String url) throws IOException, InterruptedException {
        switch (this) {
            case DISCARD:
                return new DiscardClient(url);
            case RAW:
                return new RawClient(url);
            case TOKENS:
                return new TokensClient(url);
            case BYTES_DATABIND:
                return new BytesDatabindClient(url);
            case STRING_DATABIND:
                return new StringDatabindClient(url);
            case ITERATOR_DATABIND:
                return new IteratorDatabindClient(url);
            case RETROFIT:
                return new RetrofitClient(url);
            case FEIGN_JAVA11:
                return FeignClient.overHttpClient(url);
            case FEIGN_OKHTTP:
                return FeignClient.overOkHttp(url);
            case FEIGN_ITERATOR:
                return new FeignIteratorClient(url);
            case OKHTTP_MOSHI:
                return OkHttpSessionClient.withMoshi(url);
            case OKHTTP_GSON:
                return OkHttpSessionClient.withGson(url);
            case NIMBLE:
                return new OurClient(url);
        }
        throw new AssertionError(this);
    }

    @Override
    public String toString() {
        return Names.of(this);
    }
}
