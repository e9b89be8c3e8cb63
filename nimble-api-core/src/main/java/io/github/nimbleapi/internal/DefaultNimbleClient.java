package io.github.nimbleapi.internal;

import io.github.nimbleapi.CallListener;
import io.github.nimbleapi.CallOptions;
import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.cache.DataCache;
import io.github.nimbleapi.dvr.Dvr;
import io.github.nimbleapi.icecast.Icecast;
import io.github.nimbleapi.internal.cache.DefaultDataCache;
import io.github.nimbleapi.internal.dvr.DefaultDvr;
import io.github.nimbleapi.internal.http.AuthorizedTransport;
import io.github.nimbleapi.internal.http.BaseUrl;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.DeadlineTransport;
import io.github.nimbleapi.internal.http.JdkTransport;
import io.github.nimbleapi.internal.http.ListenedTransport;
import io.github.nimbleapi.internal.http.OpenCalls;
import io.github.nimbleapi.internal.http.RetryingTransport;
import io.github.nimbleapi.internal.http.Timer;
import io.github.nimbleapi.internal.http.Transport;
import io.github.nimbleapi.internal.icecast.DefaultIcecast;
import io.github.nimbleapi.internal.protocol.DefaultProtocols;
import io.github.nimbleapi.internal.publish.DefaultPublishControl;
import io.github.nimbleapi.internal.raw.DefaultRawCalls;
import io.github.nimbleapi.internal.republish.DefaultRepublishing;
import io.github.nimbleapi.internal.scte35.DefaultScte35;
import io.github.nimbleapi.internal.server.DefaultServer;
import io.github.nimbleapi.internal.session.DefaultSessions;
import io.github.nimbleapi.internal.stream.DefaultLiveStreams;
import io.github.nimbleapi.protocol.Protocols;
import io.github.nimbleapi.publish.PublishControl;
import io.github.nimbleapi.raw.RawCalls;
import io.github.nimbleapi.republish.Republishing;
import io.github.nimbleapi.scte35.Scte35;
import io.github.nimbleapi.server.Server;
import io.github.nimbleapi.session.Sessions;
import io.github.nimbleapi.signing.ManagementSigner;
import io.github.nimbleapi.stream.LiveStreams;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The client: what it holds, and its services over it. */
public final class DefaultNimbleClient implements NimbleClient {
    private final BaseUrl url;
    private final @Nullable ManagementSigner signer;
    private final CallRunner calls;
    private final OpenCalls openCalls;
    private final AtomicBoolean serverIsOlder;
    private final Runnable release;

    private DefaultNimbleClient(
            BaseUrl url,
            @Nullable ManagementSigner signer,
            CallRunner calls,
            OpenCalls openCalls,
            AtomicBoolean serverIsOlder,
            Runnable release) {
        this.url = url;
        this.signer = signer;
        this.calls = calls;
        this.openCalls = openCalls;
        this.serverIsOlder = serverIsOlder;
        this.release = release;
    }

    /** A client that owns its threads, and its HTTP client unless one is given. */
    public static NimbleClient open(
            BaseUrl url,
            @Nullable ManagementSigner signer,
            CallOptions options,
            CallListener listener,
            @Nullable HttpClient given,
            Duration connectTimeout) {
        ThreadPoolExecutor threads = ClientThreads.create();
        Timer timer = Timer.system(threads);
        JdkTransport wire =
                given != null ? JdkTransport.over(given, url) : JdkTransport.of(url, connectTimeout, threads);
        Transport authorized = signer == null ? wire : new AuthorizedTransport(wire, signer);
        Transport listened = new ListenedTransport(authorized, listener, timer, url);
        Transport retrying = new RetryingTransport(
                listened,
                timer,
                Clock.systemUTC(),
                () -> ThreadLocalRandom.current().nextDouble());
        Transport timed = new DeadlineTransport(retrying, timer, url);
        OpenCalls openCalls = new OpenCalls();
        CallRunner calls = new CallRunner(timed, timer, options, threads, openCalls);
        return new DefaultNimbleClient(url, signer, calls, openCalls, new AtomicBoolean(), () -> {
            openCalls.close();
            wire.release();
            threads.shutdown();
        });
    }

    @Override
    public String url() {
        return url.toString();
    }

    @Override
    public Sessions sessions() {
        return new DefaultSessions(calls, openCalls);
    }

    @Override
    public Server server() {
        return new DefaultServer(calls);
    }

    @Override
    public LiveStreams liveStreams() {
        return new DefaultLiveStreams(calls, serverIsOlder);
    }

    @Override
    public Protocols protocols() {
        return new DefaultProtocols(calls);
    }

    @Override
    public Dvr dvr() {
        return new DefaultDvr(calls, url, signer);
    }

    @Override
    public Icecast icecast() {
        return new DefaultIcecast(calls);
    }

    @Override
    public PublishControl publishControl() {
        return new DefaultPublishControl(calls);
    }

    @Override
    public DataCache dataCache() {
        return new DefaultDataCache(calls);
    }

    @Override
    public Scte35 scte35() {
        return new DefaultScte35(calls);
    }

    @Override
    public Republishing republishing() {
        return new DefaultRepublishing(calls);
    }

    @Override
    public RawCalls raw() {
        return new DefaultRawCalls(calls);
    }

    @Override
    public NimbleClient withOptions(Consumer<CallOptions.Builder> change) {
        CallOptions.Builder changed = calls.options().toBuilder();
        Objects.requireNonNull(change, "change").accept(changed);
        return new DefaultNimbleClient(url, signer, calls.with(changed.build()), openCalls, serverIsOlder, () -> {});
    }

    @Override
    public void close() {
        release.run();
    }

    @Override
    public String toString() {
        return "NimbleClient[" + url + "]";
    }
}
