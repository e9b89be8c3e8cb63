package io.github.nimbleapi.control.handler;

import java.util.List;
import java.util.Objects;

/** Who watched what since the last report: a body that Nimble posted to a pay-per-view handler. Immutable. */
public final class PayPerViewReport {
    private final String id;
    private final List<ReportedViewer> viewers;

    private PayPerViewReport(String id, List<ReportedViewer> viewers) {
        this.id = id;
        this.viewers = viewers;
    }

    /**
     * A value, also for tests.
     *
     * @param id {@code ID}, {@code ""} if there is none
     * @param viewers who watched
     * @return the value
     */
    public static PayPerViewReport of(String id, List<ReportedViewer> viewers) {
        return new PayPerViewReport(
                Objects.requireNonNull(id, "id"), List.copyOf(Objects.requireNonNull(viewers, "viewers")));
    }

    /**
     * {@code ID}. Whether it names the report or the server that sent it is unknown: it is no key to tell reports apart.
     *
     * @return the id, or {@code ""}
     */
    public String id() {
        return id;
    }

    /**
     * Who watched: one element for each {@code Player}, so that a viewer with two sessions is in it twice.
     *
     * @return the viewers, in the order of the report
     */
    public List<ReportedViewer> viewers() {
        return viewers;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PayPerViewReport
                && id.equals(((PayPerViewReport) other).id)
                && viewers.equals(((PayPerViewReport) other).viewers);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, viewers);
    }

    @Override
    public String toString() {
        return "PayPerViewReport[" + id + " " + viewers + "]";
    }
}
