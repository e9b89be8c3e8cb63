package io.github.nimbleapi.internal.http;

import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.raw.RawReply;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** An answer whose body may still be on its way. */
public final class Reply {
    private static final int EXCERPT = 8 * 1024;

    private static final int SHOWN = 200;

    private static final String NOT_SHOWN = "(not shown here: it may hold passwords or stream keys)";

    /** Room for a hash that begins within the excerpt, so that masking sees all of it. */
    private static final int OVERLAP = 64;

    private static final String LAST_WORD = "[A-Za-z0-9+/=%_-]{1," + OVERLAP + "}\\z";

    private final Exchange<?> exchange;
    private final Failures failures;
    private final int statusCode;
    private final HttpHeaders headers;
    private final BodyStream body;
    private boolean handedOver;

    Reply(Exchange<?> exchange, Failures failures, int statusCode, HttpHeaders headers, BodyStream body) {
        this.exchange = exchange;
        this.failures = failures;
        this.statusCode = statusCode;
        this.headers = headers;
        this.body = body;
    }

    int statusCode() {
        return statusCode;
    }

    boolean leadsElsewhere() {
        return headers.firstValue("Location").isPresent();
    }

    public Request request() {
        return exchange.request;
    }

    public InputStream body() {
        return body;
    }

    /** The body, to be read after the exchange is over; whoever asks for it closes it. */
    public BodyStream handOverBody() {
        handedOver = true;
        body.readElementwise(
                exchange.context.options.callTimeout(),
                exchange.context.options.maxResponseBytes().orElse(Long.MAX_VALUE));
        return body;
    }

    void close() {
        body.close();
    }

    boolean isHandedOver() {
        return handedOver;
    }

    /** What a failure while reading the body means to the user. */
    public RuntimeException failure(Throwable thrown) {
        return failures.of(exchange.request, thrown);
    }

    /** The same after so much of the body was passed on. */
    public RuntimeException failure(Throwable thrown, long passedOn) {
        return failures.after(passedOn).of(exchange.request, thrown);
    }

    /** What is thrown of an answer that nothing can be done with. */
    public NimbleDataException unusable(String why) {
        return failures.unusable(exchange.request, why);
    }

    /** Request, server and what was passed on, for the start of an error message. */
    public String subject(long passedOn) {
        return failures.after(passedOn).subject(exchange.request);
    }

    /** The announced length of the body, unless it comes in chunks or the length is none. */
    public OptionalLong contentLength() {
        List<String> announced = headers.allValues("Content-Length");
        if (announced.isEmpty() || !headers.allValues("Transfer-Encoding").isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Math.max(0, Long.parseLong(announced.get(0))));
        } catch (NumberFormatException e) {
            // The JDK's client says so too, when the body is read.
            return OptionalLong.empty();
        }
    }

    /** Request and server, for the start of an error message. */
    public String subject() {
        return failures.subject(exchange.request);
    }

    /** All of the answer, as it is. */
    public RawReply whole() throws IOException {
        return RawReply.of(statusCode, headers.map(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The beginning of the body, as much of it as an excerpt needs. */
    String beginning() {
        try {
            byte[] bytes = body.readNBytes(EXCERPT + OVERLAP);
            String text = new String(bytes, StandardCharsets.UTF_8);
            // A hash that is cut off would not be known as one.
            return bytes.length < EXCERPT + OVERLAP ? text : text.replaceFirst(LAST_WORD, "");
        } catch (IOException e) {
            // The status says what matters; an error page that breaks off must not hide it.
            return "";
        }
    }

    /** The answer with the beginning of its body, for an exception: credentials are masked. */
    public RawReply excerpt(String bodyText) {
        if (exchange.request.confidential) {
            return RawReply.of(
                    statusCode,
                    HttpHeaders.of(headers.map(), (name, value) -> name.equalsIgnoreCase("Retry-After"))
                            .map(),
                    NOT_SHOWN);
        }
        Map<String, List<String>> masked = new HashMap<>();
        headers.map()
                .forEach((name, values) ->
                        masked.put(name, values.stream().map(this::masked).collect(Collectors.toList())));
        String text = masked(bodyText);
        return RawReply.of(statusCode, masked, text.substring(0, Math.min(text.length(), EXCERPT)));
    }

    /** The server's words on one line of a message. */
    public static String inShort(String words) {
        String line = words.strip().replaceAll("\\s+", " ");
        return line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line;
    }

    private String masked(String text) {
        return Redaction.mask(exchange.request, text);
    }
}
