package io.github.nimbleapi.testkit.contract;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A server that the contract is held against. Each writes the wire text in a way of its own. */
interface TestServer extends AutoCloseable {
    String url();

    void addSession(long id, String app, String stream, String viewerId);

    void addStream(String app, String stream);

    void addPlaylist(String app, String stream, String blockId, String blockName);

    void addGpu(String name);

    /** A connected SRT receiver or sender: since a minute, round-trip time 10.5 ms, 5.5 Mbit/s. */
    void addSrt(boolean receives, String settingId, String id, long bytes);

    /** A disconnected one of an older build. */
    void addIdleSrt(boolean receives, String id);

    /** An incoming MPEG-TS stream over UDP that is online. */
    void addCamera(String id, String ip, int port, long bandwidth);

    void addRtmpInterface(String ip, int port, boolean ssl);

    void addRtmpApp(String app, String login, String password);

    /** What is answered at a path below {@code /manage/}. */
    void document(String path, String json);

    /** One period; half the time is half the size. */
    void addArchive(String app, String stream, Instant start, Duration duration, long size);

    void addIcecastStream(String app, String stream, String name, String title);

    void addPublisher(String id, String key, String app, String stream);

    void addCached(String url, String key, String... items);

    /** SCTE-35 markers set so far, such as {@code out live/one duration=30 unique_program_id=7}. */
    List<String> markers();

    List<Long> running();

    void failNext(Failure failure, int times);

    /** Paths of the calls so far, as they were encoded. */
    List<String> calls();

    @Override
    void close();

    enum Failure {
        RESET,
        CLOSED_EARLY,
        STALL,
        STALL_IN_BODY,
        TRUNCATED,
        GARBAGE,
        UNAVAILABLE,
        UNKNOWN_ENDPOINT;

        /** A client that gives up soon after a failure that would never end, and never too early after another. */
        NimbleClient once(NimbleClient nimble) {
            Duration timeout = this == STALL || this == STALL_IN_BODY ? Duration.ofMillis(200) : Duration.ofSeconds(30);
            return nimble.withOptions(o -> o.retryPolicy(RetryPolicy.none()).callTimeout(timeout));
        }
    }

    /** Starts a server of the kind that a contract is held against; null for no token. */
    @FunctionalInterface
    interface Starter {
        TestServer start(String token);
    }
}
