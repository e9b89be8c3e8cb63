package io.github.nimbleapi.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Invented subtitles in the format SubRip, one for each ten seconds. */
final class FakeSubtitles {
    private static final Duration EACH = Duration.ofSeconds(10);

    private final StringBuilder text = new StringBuilder();
    private final String remark;
    private Duration position = Duration.ZERO;
    private int count;

    private FakeSubtitles(String remark) {
        this.remark = remark;
    }

    /** Subtitles of what is recorded, each with a remark. */
    static String of(Recorded recorded, String remark) {
        FakeSubtitles subtitles = new FakeSubtitles(remark);
        recorded.stretches().forEach(subtitles::add);
        return subtitles.text.toString();
    }

    private void add(Recorded.Stretch stretch) {
        for (Instant from = stretch.start; from.isBefore(stretch.end); from = from.plus(EACH)) {
            Duration left = Duration.between(from, stretch.end);
            Duration end = position.plus(left.compareTo(EACH) < 0 ? left : EACH);
            text.append(++count).append('\n');
            text.append(time(position)).append(" --> ").append(time(end)).append('\n');
            text.append("It is ").append(from).append(remark).append("\n\n");
            position = end;
        }
    }

    private static String time(Duration position) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d,%03d",
                position.toHours(),
                position.toMinutesPart(),
                position.toSecondsPart(),
                position.toMillisPart());
    }
}
