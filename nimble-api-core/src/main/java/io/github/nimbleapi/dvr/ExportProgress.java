package io.github.nimbleapi.dvr;

import java.util.Objects;
import java.util.OptionalLong;

/** How far an export is. Immutable. */
public final class ExportProgress {
    private final long written;
    private final OptionalLong total;

    private ExportProgress(long written, OptionalLong total) {
        this.written = written;
        this.total = total;
    }

    /**
     * A value, also for tests.
     *
     * @param written see {@link #written()}
     * @param total see {@link #total()}
     * @return the value
     */
    public static ExportProgress of(long written, OptionalLong total) {
        return new ExportProgress(written, Objects.requireNonNull(total, "total"));
    }

    /**
     * What has been written so far.
     *
     * @return bytes
     */
    public long written() {
        return written;
    }

    /**
     * {@code Content-Length}: how much it will be.
     *
     * @return bytes, unless the server does not say
     */
    public OptionalLong total() {
        return total;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExportProgress
                && written == ((ExportProgress) other).written
                && total.equals(((ExportProgress) other).total);
    }

    @Override
    public int hashCode() {
        return Objects.hash(written, total);
    }

    @Override
    public String toString() {
        return "ExportProgress[" + written + " bytes" + (total.isPresent() ? " of " + total.getAsLong() : "") + "]";
    }
}
