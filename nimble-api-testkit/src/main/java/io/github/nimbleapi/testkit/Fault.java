package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Connection;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Something that goes wrong with the next call, see {@link FakeNimble#failNext(Fault)}. Faults that strike in the body
 * ({@link #stallBody()}, {@link #slowBody(Duration)}, {@link #truncatedBody()}) and {@link #delay(Duration)} come after the
 * call was carried out; the others come instead of it, whatever the state of the fake. Half of a body whose length nobody
 * knows, such as that of a player who gets MPEG-TS, is half of what there was to send at first. Immutable.
 */
public final class Fault {
    /** So many times that nobody counts them. */
    static final int ALWAYS = Integer.MAX_VALUE;

    private final String name;
    private final Strike strike;
    private final int times;

    @FunctionalInterface
    private interface Strike {
        void hit(Connection connection, Supplier<WireReply> regular) throws IOException;
    }

    private Fault(String name, Strike strike, int times) {
        this.name = name;
        this.strike = strike;
        this.times = times;
    }

    /**
     * The connection is reset (TCP RST) as the answer begins.
     *
     * @return the fault, for one call
     */
    public static Fault connectionReset() {
        return once("connectionReset", (connection, regular) -> {
            connection.beginAnswer();
            connection.reset();
        });
    }

    /**
     * The connection is closed as the answer begins.
     *
     * @return the fault, for one call
     */
    public static Fault connectionClosed() {
        return once("connectionClosed", (connection, regular) -> {
            connection.beginAnswer();
            connection.close();
        });
    }

    /**
     * Nothing is answered; the connection stays open until the client closes it.
     *
     * @return the fault, for one call
     */
    public static Fault stall() {
        return once("stall", (connection, regular) -> connection.holdUntilClosed());
    }

    /**
     * Head and half of the body, then silence until the client closes the connection.
     *
     * @return the fault, for one call
     */
    public static Fault stallBody() {
        return once("stallBody", (connection, regular) -> connection.sendHalfAndHold(regular.get()));
    }

    /**
     * The body comes one byte at a time.
     *
     * @param perByte the pause before each byte
     * @return the fault, for one call
     * @throws IllegalArgumentException if the pause is negative
     */
    public static Fault slowBody(Duration perByte) {
        requireNotNegative(perByte, "perByte");
        return once("slowBody", (connection, regular) -> connection.sendSlowly(regular.get(), perByte));
    }

    /**
     * The connection is closed after half of the announced body.
     *
     * @return the fault, for one call
     */
    public static Fault truncatedBody() {
        return once("truncatedBody", (connection, regular) -> connection.sendHalfAndClose(regular.get()));
    }

    /**
     * HTTP 200 with a body that is no JSON.
     *
     * @return the fault, for one call
     */
    public static Fault garbage() {
        return once("garbage", new Answer(WireReply.json(200, "{]garbage")));
    }

    /**
     * The regular answer, late.
     *
     * @param latency the time before it
     * @return the fault, for one call
     * @throws IllegalArgumentException if the time is negative
     */
    public static Fault delay(Duration latency) {
        requireNotNegative(latency, "latency");
        return once("delay", (connection, regular) -> {
            WireReply reply = regular.get();
            if (!connection.pause(latency)) {
                connection.send(reply);
            }
        });
    }

    /**
     * An answer with a status, and an HTML page as the body.
     *
     * @param status the HTTP status, 200 to 599
     * @return the fault, for one call
     * @throws IllegalArgumentException if it is none of these
     */
    public static Fault status(int status) {
        return answer(status, "<html><body>" + status + "</body></html>");
    }

    /**
     * An answer of your own.
     *
     * @param status the HTTP status, 200 to 599
     * @param body the body; its type is HTML if it begins with {@code <}, JSON otherwise
     * @return the fault, for one call
     * @throws IllegalArgumentException if the status is none of these
     */
    public static Fault answer(int status, String body) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status is " + status + ": give one from 200 to 599");
        }
        WireReply reply = Objects.requireNonNull(body, "body").startsWith("<")
                ? WireReply.html(status, body)
                : WireReply.json(status, body);
        return once("answer " + status, new Answer(reply));
    }

    /**
     * The same fault with the header {@code Retry-After}, for faults that send an answer of their own.
     *
     * @param delay what the client is to wait; cut to whole seconds, the unit of the header
     * @return the fault
     * @throws IllegalArgumentException if the delay is negative
     * @throws IllegalStateException if this fault sends no answer of its own
     */
    public Fault retryAfter(Duration delay) {
        requireNotNegative(delay, "delay");
        return header("Retry-After", Long.toString(delay.toSeconds()));
    }

    /**
     * The same fault with a header more, such as {@code Location}, for faults that send an answer of their own.
     *
     * @param name the header's name
     * @param value its value
     * @return the fault
     * @throws IllegalArgumentException if either can't stand in a header
     * @throws IllegalStateException if this fault sends no answer of its own
     */
    public Fault header(String name, String value) {
        if (!Objects.requireNonNull(name, "name").matches("[A-Za-z0-9-]+") || name.equalsIgnoreCase("Content-Length")) {
            throw new IllegalArgumentException(
                    "name is " + name + ": give letters, digits and hyphens; the length is told anyway");
        }
        if (!Objects.requireNonNull(value, "value").matches("[\\x20-\\x7E]*")) {
            throw new IllegalArgumentException("value of " + name + " can't be sent: give ASCII on one line");
        }
        if (!(strike instanceof Answer)) {
            throw new IllegalStateException(
                    this.name + " sends no answer of its own: give headers to status, answer or garbage");
        }
        return with(reply -> reply.header(name, value));
    }

    /**
     * The same fault for several calls in a row.
     *
     * @param times 1 or more
     * @return the fault
     * @throws IllegalArgumentException if it is less than 1
     */
    public Fault times(int times) {
        if (times < 1) {
            throw new IllegalArgumentException("times is " + times + ": give 1 or more");
        }
        return new Fault(name, strike, times);
    }

    /**
     * The same fault for all calls, until {@link FakeNimble#clearFaults()}.
     *
     * @return the fault
     */
    public Fault always() {
        return times(ALWAYS);
    }

    int times() {
        return times;
    }

    void hit(Connection connection, Supplier<WireReply> regular) throws IOException {
        strike.hit(connection, regular);
    }

    /** The same fault, any answer of its own changed. */
    Fault with(UnaryOperator<WireReply> change) {
        return strike instanceof Answer
                ? new Fault(name, new Answer(change.apply(((Answer) strike).reply)), times)
                : this;
    }

    private static Fault once(String name, Strike strike) {
        return new Fault(name, strike, 1);
    }

    private static void requireNotNegative(Duration duration, String name) {
        if (Objects.requireNonNull(duration, name).isNegative()) {
            throw new IllegalArgumentException(name + " is " + duration + ": give zero or more");
        }
    }

    private static final class Answer implements Strike {
        private final WireReply reply;

        Answer(WireReply reply) {
            this.reply = reply;
        }

        @Override
        public void hit(Connection connection, Supplier<WireReply> regular) throws IOException {
            connection.send(reply);
        }
    }

    @Override
    public String toString() {
        return "Fault[" + name + (times == 1 ? "" : times == ALWAYS ? ", always" : ", " + times + " times") + "]";
    }
}
