package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.peer.Peer;
import io.github.nimbleapi.benchmarks.peer.SessionClient;
import io.github.nimbleapi.session.SessionType;
import java.io.IOException;
import java.util.List;
import org.openjdk.jol.info.GraphLayout;

/** What a list holds in memory. */
final class RetainedTask implements Task {
    private final SessionClient client;

    RetainedTask(Peer peer, String url) throws IOException, InterruptedException {
        client = peer.open(url);
    }

    @Override
    public Sample run() throws IOException, InterruptedException {
        List<?> sessions = client.list();
        // Without what exists once whatever its length, such as classes and constants.
        GraphLayout layout = GraphLayout.parseInstance(sessions).subtract(GraphLayout.parseInstance(SessionType.HLS));
        return new Sample().with(Metric.BYTES, layout.totalSize());
    }

    @Override
    public void close() {
        client.close();
    }
}
