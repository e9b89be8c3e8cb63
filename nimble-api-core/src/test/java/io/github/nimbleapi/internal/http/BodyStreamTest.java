package io.github.nimbleapi.internal.http;

import static io.github.nimbleapi.internal.http.HandDrivenBody.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BodyStreamTest {
    private final HandDrivenBody source = new HandDrivenBody();
    private final BodyStream body = new BodyStream(1_000_000);

    @BeforeEach
    void subscribe() {
        body.onSubscribe(source);
    }

    @Test
    void whatArrivesIsReadInOrder() throws IOException {
        body.onNext(List.of(ByteBuffer.wrap("ab".getBytes(UTF_8)), ByteBuffer.allocate(0)));
        body.onNext(List.of());
        body.onNext(bytes("ä"));
        body.onComplete();

        assertThat(body.peek()).isEqualTo('a');
        assertThat(body.read()).isEqualTo('a');
        assertThat(body.read(new byte[0])).isZero();
        assertThat(body.read(new byte[9], 1, 8)).isEqualTo(1);
        assertThat(body.peek()).isEqualTo(0xc3);
        assertThat(body.read()).isEqualTo(0xc3);
        assertThat(body.read()).isEqualTo(0xa4);
        assertThat(body.peek()).isEqualTo(-1);
        assertThat(body.read()).isEqualTo(-1);
        assertThat(body.read(new byte[9])).isEqualTo(-1);
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> body.read(new byte[9], 5, 5));
    }

    @Test
    void theJdkNeedNotWaitForTheReader() {
        assertThat(body.getBody().toCompletableFuture()).isCompleted();
    }

    @Test
    void moreIsAskedForOnlyWhenAllThatWasAskedForIsTaken() throws IOException {
        long window = 32;
        for (int read = 0; read < 10 * window; read++) {
            assertThat(source.requested).isEqualTo((read / window + 1) * window);
            if (read % window == 0) {
                for (int arriving = 0; arriving < window; arriving++) {
                    body.onNext(bytes("x"));
                }
            }
            assertThat(body.read()).isEqualTo('x');
        }
    }

    @Test
    void aBodyAsLargeAsTheLimitIsReadAndOneByteMoreIsNot() throws IOException {
        BodyStream limited = new BodyStream(4);
        limited.onSubscribe(source);
        limited.onNext(bytes("abcd"));
        assertThat(limited.readNBytes(4)).asString().isEqualTo("abcd");
        limited.onNext(bytes("e"));

        assertThatExceptionOfType(BodyStream.TooLarge.class)
                .isThrownBy(limited::read)
                .withMessage("larger than maxResponseBytes, which is 4");
    }

    @Test
    void whatCameBeforeAnErrorIsReadFirst() throws IOException {
        IOException failure = new IOException("connection reset");
        body.onNext(bytes("ab"));
        body.onError(failure);

        assertThat(body.readNBytes(2)).asString().isEqualTo("ab");
        assertThat(catchThrowable(body::read)).isSameAs(failure);
    }

    @Test
    void anErrorOfAnotherKindIsTheCause() {
        IllegalStateException failure = new IllegalStateException();
        body.onError(failure);

        assertThat(catchThrowable(body::read)).isInstanceOf(IOException.class).hasCause(failure);
    }

    @Test
    void abandoningCancelsTheSourceAndDropsWhatCame() {
        IOException why = new IOException("given up");
        body.onNext(bytes("ab"));
        body.abandon(why);

        assertThat(source.cancelled).isTrue();
        assertThat(catchThrowable(body::read)).isSameAs(why);
    }

    @Test
    void closingAbandons() {
        body.close();

        assertThat(source.cancelled).isTrue();
        assertThat(catchThrowable(body::read)).isInstanceOf(IOException.class).hasMessage("closed");
    }

    @Test
    void aSourceThatIsCompleteIsNotCancelled() {
        body.onNext(bytes("ab"));
        body.onComplete();
        body.close();

        assertThat(source.cancelled).isFalse();
    }

    @Test
    void theFirstFailureStands() {
        IOException failure = new IOException("connection reset");
        body.onError(failure);
        body.close();

        assertThat(catchThrowable(body::read)).isSameAs(failure);
    }

    @Test
    void aSourceThatComesAfterAbandoningIsCancelledAtOnce() {
        BodyStream abandoned = new BodyStream(4);
        HandDrivenBody late = new HandDrivenBody();
        abandoned.abandon(new IOException("given up"));
        abandoned.onSubscribe(late);

        assertThat(late.cancelled).isTrue();
        assertThat(late.requested).isZero();
    }
}
