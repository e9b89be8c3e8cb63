package io.github.nimbleapi.testkit.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BodyWriterTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nContent-Type: x/y\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static final String UNTIL_CLOSED = "HTTP/1.1 200 OK\r\nContent-Type: x/y\r\nConnection: close\r\n\r\n";

    private final ByteArrayOutputStream wire = new ByteArrayOutputStream();
    private final AtomicLong counted = new AtomicLong();

    @Test
    void aKnownLengthIsAnnounced() throws IOException {
        writer(known("abcdef", 4), true).send();
        assertThat(sent()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Type: x/y\r\nContent-Length: 4\r\n\r\nabcd");
        assertThat(counted).hasValue(4);
    }

    @Test
    void whatOneReadReturnsIsAChunk() throws IOException {
        writer(unknown("abc", "", "0123456789abcdef"), true).send();
        assertThat(sent()).isEqualTo(CHUNKED + "3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n");
        assertThat(counted).hasValue(19);
    }

    @Test
    void anEmptyBodyOfUnknownLengthEndsAtOnce() throws IOException {
        writer(unknown("", ""), true).send();
        assertThat(sent()).isEqualTo(CHUNKED + "0\r\n\r\n");
    }

    @Test
    void aPeerOfHttp10GetsNoChunks() throws IOException {
        writer(unknown("abc", "def"), false).send();
        assertThat(sent()).isEqualTo(UNTIL_CLOSED + "abcdef");
    }

    @Test
    void halfIsAnnouncedAsAllOfIt() throws IOException {
        writer(known("abcdef", 6), true).sendHalf(() -> {});
        assertThat(sent()).endsWith("Content-Length: 6\r\n\r\nabc");
        assertThat(counted).hasValue(3);
    }

    @Test
    void halfOfAnUnknownLengthIsAChunkWithoutAnEnd() throws IOException {
        writer(unknown("abcdef", "ghi"), true).sendHalf(() -> {});
        assertThat(sent()).isEqualTo(CHUNKED + "3\r\nabc\r\n");
    }

    @Test
    void halfOfNothingIsNothing() throws IOException {
        writer(unknown("", ""), true).sendHalf(() -> {});
        assertThat(sent()).isEqualTo(CHUNKED);
    }

    @Test
    void halfOfAnUnknownLengthIsSentAsItIsWithoutChunks() throws IOException {
        writer(unknown("abcdef", "ghi"), false).sendHalf(() -> {});
        assertThat(sent()).isEqualTo(UNTIL_CLOSED + "abc");
    }

    @Test
    void aSlowBodyHasAPauseBeforeEachByte() throws IOException {
        AtomicInteger pauses = new AtomicInteger();
        writer(known("abcdef", 4), true).sendSlowly(() -> pauses.incrementAndGet() > 10);
        assertThat(sent()).endsWith("Content-Length: 4\r\n\r\nabcd");
        assertThat(pauses).hasValue(4);
    }

    @Test
    void aSlowBodyOfUnknownLengthEnds() throws IOException {
        writer(unknown("a", "b"), true).sendSlowly(() -> false);
        assertThat(sent()).isEqualTo(CHUNKED + "1\r\na\r\n1\r\nb\r\n0\r\n\r\n");
    }

    @Test
    void aSlowBodyIsGivenUpWithoutAnEnd() throws IOException {
        writer(unknown("a", "b"), true).sendSlowly(() -> counted.get() == 1);
        assertThat(sent()).isEqualTo(CHUNKED + "1\r\na\r\n");
    }

    @Test
    void aSlowBodyOfUnknownLengthHasNoChunksForHttp10() throws IOException {
        writer(unknown("a", "b"), false).sendSlowly(() -> false);
        assertThat(sent()).isEqualTo(UNTIL_CLOSED + "ab");
    }

    @Test
    void contentThatIsShorterThanItsLengthIsNamed() {
        assertThatThrownBy(() -> writer(known("abc", 4), true).send()).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> writer(known("abc", 4), true).sendSlowly(() -> false))
                .isInstanceOf(EOFException.class);
    }

    @Test
    void halfIsOutBeforeTheEndingAndTheBodyIsOpenUntilAfterIt() throws IOException {
        List<String> events = new ArrayList<>();
        Content content = Content.ofUnknownLength(() -> closing(() -> events.add("closed")));
        writer(content, true).sendHalf(() -> events.add(sent()));
        assertThat(events).containsExactly(CHUNKED + "2\r\nab\r\n", "closed");
    }

    @Test
    void aBodyIsClosedEvenIfNotItsHeadCanBeSent() {
        AtomicInteger closed = new AtomicInteger();
        Content content = Content.ofUnknownLength(() -> closing(closed::incrementAndGet));
        BodyWriter toNobody = new BodyWriter(new Broken(), WireReply.file("x/y", content), true);
        assertThatThrownBy(toNobody::send).hasMessage("gone");
        assertThatThrownBy(() -> toNobody.sendHalf(() -> {})).hasMessage("gone");
        assertThatThrownBy(() -> toNobody.sendSlowly(() -> false)).hasMessage("gone");
        assertThat(closed).hasValue(3);
    }

    /** A peer that has left. */
    private static final class Broken extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("gone");
        }
    }

    private static InputStream closing(Runnable onClose) {
        return new FilterInputStream(bytes("abcd")) {
            @Override
            public void close() {
                onClose.run();
            }
        };
    }

    private BodyWriter writer(Content content, boolean chunksAreUnderstood) {
        WireReply reply = WireReply.file("x/y", content).onSent(counted::addAndGet);
        return new BodyWriter(wire, reply, chunksAreUnderstood);
    }

    private String sent() {
        return wire.toString(StandardCharsets.UTF_8);
    }

    private static Content known(String text, int length) {
        return Content.of(length, () -> bytes(text));
    }

    private static Content unknown(String... parts) {
        return Content.ofUnknownLength(() -> {
            InputStream all = bytes("");
            for (String part : parts) {
                all = new SequenceInputStream(all, bytes(part));
            }
            return all;
        });
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
