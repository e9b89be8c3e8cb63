package io.github.nimbleapi.dvr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DvrExportTest {
    private static final Instant FROM = Instant.ofEpochSecond(1654499440);
    private static final Instant TO = FROM.plusMillis(1);
    private static final DvrExport SUBTITLES = DvrExport.subtitles("live", "one");

    @Test
    void eachMethodMakesADescriptionOfItsOwn() {
        DvrExport all = SUBTITLES.language("eng").track(2).between(FROM, TO);

        assertThat(SUBTITLES.from()).isEmpty();
        assertThat(SUBTITLES.to()).isEmpty();
        assertThat(SUBTITLES.track()).isEmpty();
        assertThat(SUBTITLES.language()).isEmpty();
        assertThat(all.app()).isEqualTo("live");
        assertThat(all.stream()).isEqualTo("one");
        assertThat(all.isSubtitles()).isTrue();
        assertThat(all.from()).hasValue(FROM);
        assertThat(all.to()).hasValue(TO);
        assertThat(all.track()).hasValue(2);
        assertThat(all.language()).hasValue("eng");
        assertThat(DvrExport.mp4("live", "one").between(FROM, TO).isSubtitles()).isFalse();
    }

    @Test
    void whatDiffersIsNotEqual() {
        List<DvrExport> different = List.of(
                DvrExport.mp4("live", "one"),
                DvrExport.mp4("live", "two"),
                DvrExport.mp4("vod", "one"),
                SUBTITLES,
                SUBTITLES.between(FROM, TO),
                SUBTITLES.between(FROM, TO.plusNanos(1)),
                SUBTITLES.between(FROM.minusNanos(1), TO),
                SUBTITLES.track(0),
                SUBTITLES.track(1),
                SUBTITLES.language("eng"));

        assertThat(different)
                .doesNotHaveDuplicates()
                .extracting(DvrExport::toString)
                .doesNotHaveDuplicates();
        assertThat(SUBTITLES.track(1))
                .isEqualTo(DvrExport.subtitles("live", "one").track(1))
                .hasSameHashCodeAs(DvrExport.subtitles("live", "one").track(1))
                .isNotEqualTo("text");
    }

    @Test
    @SuppressWarnings("NullAway")
    void argumentsAreCheckedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUBTITLES.between(TO, FROM))
                .withMessageContaining("from is 2022-06-06T07:10:40.001Z")
                .withMessageContaining("before to, which is 2022-06-06T07:10:40Z");
        assertThatIllegalArgumentException().isThrownBy(() -> SUBTITLES.between(FROM, FROM));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUBTITLES.track(-1))
                .withMessageContaining("track is -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SUBTITLES.language(" "))
                .withMessageContaining("language is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DvrExport.mp4("", "one"))
                .withMessageContaining("app is empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DvrExport.subtitles("live", ".."))
                .withMessageContaining("stream is '..'");
        assertThatNullPointerException()
                .isThrownBy(() -> DvrExport.mp4(null, "one"))
                .withMessage("app");
        assertThatNullPointerException()
                .isThrownBy(() -> DvrExport.mp4("live", null))
                .withMessage("stream");
        assertThatNullPointerException()
                .isThrownBy(() -> SUBTITLES.between(null, TO))
                .withMessage("from");
        assertThatNullPointerException()
                .isThrownBy(() -> SUBTITLES.between(FROM, null))
                .withMessage("to");
        assertThatNullPointerException()
                .isThrownBy(() -> SUBTITLES.language(null))
                .withMessage("language");
    }

    @Test
    void trackAndLanguageAreForSubtitlesOnly() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DvrExport.mp4("live", "one").track(1))
                .withMessageContaining("track is for subtitles")
                .withMessageContaining("use DvrExport.subtitles");
        assertThatIllegalStateException()
                .isThrownBy(() -> DvrExport.mp4("live", "one").language("eng"))
                .withMessageContaining("language is for subtitles");
    }

    @Test
    @SuppressWarnings("NullAway")
    void progressIsAValue() {
        ExportProgress some = ExportProgress.of(7, OptionalLong.of(10));

        assertThat(some.written()).isEqualTo(7);
        assertThat(some.total()).hasValue(10);
        assertThat(some)
                .hasToString("ExportProgress[7 bytes of 10]")
                .isEqualTo(ExportProgress.of(7, OptionalLong.of(10)))
                .hasSameHashCodeAs(ExportProgress.of(7, OptionalLong.of(10)))
                .isNotEqualTo(ExportProgress.of(8, OptionalLong.of(10)))
                .isNotEqualTo(ExportProgress.of(7, OptionalLong.empty()))
                .isNotEqualTo("text");
        assertThat(ExportProgress.of(7, OptionalLong.empty())).hasToString("ExportProgress[7 bytes]");
        assertThatNullPointerException()
                .isThrownBy(() -> ExportProgress.of(7, null))
                .withMessage("total");
    }
}
