package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Asked;
import io.github.nimbleapi.testkit.internal.Endpoints;
import io.github.nimbleapi.testkit.internal.WireReply;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** The SCTE-35 markers in the live streams of a fake, from {@link FakeNimble#scte35()}. Thread-safe. */
public final class FakeScte35 {
    private final FakeStreams live;
    private final CallLog<FakeMarker> markers = new CallLog<>();

    FakeScte35(FakeStreams live) {
        this.live = live;
    }

    /**
     * The markers that were set, the latest 10,000 of them at most.
     *
     * @return an immutable list, oldest first
     */
    public List<FakeMarker> markers() {
        return markers.all();
    }

    /**
     * Those of {@link #markers()} that were set in a stream.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return an immutable list, oldest first
     */
    public List<FakeMarker> markers(String app, String stream) {
        Objects.requireNonNull(app, "app");
        Objects.requireNonNull(stream, "stream");
        return markers.all().stream()
                .filter(marker -> marker.app().equals(app) && marker.stream().equals(stream))
                .collect(Collectors.toUnmodifiableList());
    }

    void addTo(Endpoints endpoints) {
        on(endpoints, "out", "duration", "unique_program_id");
        on(endpoints, "in", "unique_program_id");
        on(endpoints, "time_signal", "seg_type", "upid_type", "upid", "duration");
    }

    private void on(Endpoints endpoints, String kind, String... parameters) {
        endpoints.on(
                "POST",
                "/manage/advertizer/scte35_" + kind + "/{app}/{stream}",
                asked -> set(asked, kind, List.of(parameters)));
    }

    private WireReply set(Asked asked, String kind, List<String> parameters) {
        if (live.find(asked.name("app"), asked.name("stream")).isEmpty()) {
            return WireReply.status("NotFound");
        }
        markers.add(new FakeMarker(kind, asked, parameters));
        return WireReply.status("Ok");
    }
}
