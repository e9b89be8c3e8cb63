package io.github.nimbleapi.testkit;

import io.github.nimbleapi.publish.Publisher;
import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.JsonText;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The publishers of a fake, from {@link FakeNimble#publishControl()}. Thread-safe. */
public final class FakePublishControl {
    private final List<Publisher> publishers = new ArrayList<>();
    private final CallLog<String> denied = new CallLog<>();
    /** The streams of those who have published by a link, and their ids. */
    private final Map<FakeStream, String> published = new HashMap<>();

    private final FakeStreams streams;
    private final Clock clock;
    private final Handler handler;
    private final FakePublishNotifications notifications;
    private final AtomicLong seq = new AtomicLong();
    private volatile String password = "";
    private volatile String publisherIp = "127.0.0.1";

    FakePublishControl(FakeStreams streams, Clock clock, Handlers handlers, FakePublishNotifications notifications) {
        this.streams = streams;
        this.clock = clock;
        this.handler = new Handler(handlers);
        this.notifications = notifications;
    }

    /**
     * A handler is asked who may publish.
     *
     * @param handler its URL, http or https
     * @throws IllegalArgumentException if it is no such URL
     */
    public void handler(URI handler) {
        this.handler.at(handler);
    }

    /**
     * How long the handler may take for its whole answer.
     *
     * @param timeout more than zero; default: 5 seconds
     * @throws IllegalArgumentException if it is zero or less
     */
    public void timeout(Duration timeout) {
        handler.timeout(timeout);
    }

    /**
     * Links need a {@code publishsign}.
     *
     * @param password what signs them, not blank; not needed until set
     * @throws IllegalArgumentException if the password is blank
     */
    public void password(String password) {
        this.password = Handler.requireText("password", password);
    }

    /**
     * Where those who {@link #publish publish} come from.
     *
     * @param publisherIp their address; default {@code 127.0.0.1}
     */
    public void publisherIp(String publisherIp) {
        this.publisherIp = Objects.requireNonNull(publisherIp, "publisherIp");
    }

    /**
     * Encoders try to publish at the same time. Links without a good signature are refused, the handler is asked about the
     * others in one call, and what it allows goes live. Such links are:
     *
     * <ul>
     *   <li>{@code rtmp://host/app?publishsign=X/stream}
     *   <li>{@code rtsp://host/app/stream?publishsign=X}
     *   <li>{@code http://host:8081/app/stream?publishsign=X} (WHIP)
     *   <li>{@code srt://host:4444?streamid=/app/stream?publishsign=X}
     * </ul>
     *
     * <p>They stop with {@link FakeNimble#endStream}, or when their publisher is denied.
     *
     * @param links what the encoders were given; nothing is sent to them
     * @return what became of each, in the same order
     * @throws IllegalArgumentException if a link names no stream
     */
    public List<FakePublication> publish(URI... links) {
        List<PublishLink> asked = Stream.of(Objects.requireNonNull(links, "links"))
                .map(PublishLink::of)
                .collect(Collectors.toList());
        Map<PublishLink, String> problems = new HashMap<>();
        asked.forEach(link -> problems.put(link, isSigned(link) ? "" : "publishsign is missing or wrong"));
        ask(good(asked, problems), problems);
        good(asked, problems).forEach(link -> problems.put(link, goLive(link)));
        notifications.published(live(good(asked, problems)));
        return asked.stream()
                .map(link -> new FakePublication(link, problems.getOrDefault(link, "")))
                .collect(Collectors.toList());
    }

    /**
     * Somebody publishes; also somebody who was denied before.
     *
     * @param publisher who; its extra members are not told
     */
    public synchronized void add(Publisher publisher) {
        publishers.add(Objects.requireNonNull(publisher, "publisher"));
    }

    /**
     * Those who publish now.
     *
     * @return an immutable list, oldest first
     */
    public synchronized List<Publisher> publishers() {
        return List.copyOf(publishers);
    }

    /**
     * The ids that were denied, also those of nobody, the latest 10,000 of them at most.
     *
     * @return an immutable list, oldest first; an id that was denied twice is in it twice
     */
    public List<String> denied() {
        return denied.all();
    }

    void addTo(Endpoints endpoints) {
        endpoints.on("GET", "/manage/publish_control/status", asked -> WireReply.json(status()));
        endpoints.on("POST", "/manage/publish_control/deny", this::deny);
    }

    synchronized void ended(FakeStream stream) {
        published.remove(stream);
        publishers.removeIf(publisher ->
                publisher.app().equals(stream.app()) && publisher.stream().equals(stream.stream()));
    }

    private boolean isSigned(PublishLink link) {
        return password.isEmpty() || link.isSignedWith(password, publisherIp);
    }

    private static List<PublishLink> good(List<PublishLink> links, Map<PublishLink, String> problems) {
        return links.stream()
                .filter(link -> problems.getOrDefault(link, "").isEmpty())
                .collect(Collectors.toList());
    }

    private void ask(List<PublishLink> links, Map<PublishLink, String> problems) {
        if (handler.isSet() && !links.isEmpty()) {
            Map<String, PublishLink> bySeq = new LinkedHashMap<>();
            links.forEach(link -> bySeq.put(Long.toString(seq.incrementAndGet()), link));
            PublishQuestion question = new PublishQuestion(bySeq);
            HandlerCall call = handler.post(question.body(publisherIp), question::problem);
            Set<PublishLink> allowed = question.allowed(call);
            links.forEach(link -> problems.put(link, allowed.contains(link) ? "" : "the handler does not allow it"));
        }
    }

    private String goLive(PublishLink link) {
        FakeStream.Settings settings = new FakeStream.Settings(link.app, link.stream, clock.instant());
        FakeStream stream = new FakeStream(settings.protocol(link.protocol).publisherIp(publisherIp));
        try {
            streams.add(stream);
        } catch (IllegalArgumentException e) {
            return "the stream is live already";
        }
        published(stream, link.publisherId());
        add(Publisher.builder().id(link.publisherId()).ip(publisherIp).app(link.app).stream(link.stream)
                .build());
        return "";
    }

    private synchronized void published(FakeStream stream, String publisherId) {
        published.put(stream, publisherId);
    }

    private List<FakeStream> live(List<PublishLink> links) {
        return links.stream()
                .flatMap(link -> streams.find(link.app, link.stream).stream())
                .collect(Collectors.toList());
    }

    private String status() {
        List<JsonText> all =
                publishers().stream().map(FakePublishControl::wireText).collect(Collectors.toList());
        return new JsonText().raw("PublishControlStatus", JsonText.array(all)).toString();
    }

    private WireReply deny(Asked asked) {
        Object ids = asked.members().get("PublishControlDenyRequest");
        boolean understood = ids instanceof List && deny((List<?>) ids);
        JsonText status = new JsonText().member("status", understood ? "success" : "fail");
        return WireReply.json(new JsonText()
                .raw("PublishControlDenyResponse", status.toString())
                .toString());
    }

    private boolean deny(List<?> ids) {
        boolean understood = ids.stream().allMatch(String.class::isInstance);
        if (understood) {
            putOut(ids).stream().filter(streams::end).forEach(notifications::unpublished);
        }
        return understood;
    }

    /** The streams that are over by that. */
    private synchronized List<FakeStream> putOut(List<?> ids) {
        ids.forEach(id -> denied.add((String) id));
        publishers.removeIf(publisher -> ids.contains(publisher.id()));
        List<FakeStream> over = published.entrySet().stream()
                .filter(stream -> ids.contains(stream.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toList());
        published.keySet().removeAll(over);
        return over;
    }

    private static JsonText wireText(Publisher publisher) {
        return new JsonText()
                .member("key", publisher.key())
                .member("id", publisher.id())
                .member("ip", publisher.ip())
                .member("stream", publisher.app() + "/" + publisher.stream());
    }
}
