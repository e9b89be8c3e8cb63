package io.github.nimbleapi.benchmarks.measure;

import io.github.nimbleapi.benchmarks.wire.WireServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The server that is measured against. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final List<String> addresses;

    private ServerProcess(Process process, List<String> addresses) {
        this.process = process;
        this.addresses = addresses;
    }

    /** Starts it, with options of {@link WireServer} beside the names of its bodies. */
    public static ServerProcess start(Collection<String> bodies, String... options) throws IOException {
        List<String> arguments = Stream.concat(
                        Stream.of("--bodies=" + String.join(",", bodies)), Arrays.stream(options))
                .collect(Collectors.toList());
        // The bodies are outside the heap.
        Process process =
                JavaProcess.with("-Xmx256m", "-XX:MaxDirectMemorySize=2g").start(WireServer.class, arguments);
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String ports = out.readLine();
        if (ports == null) {
            throw new IOException("the server did not start");
        }
        return new ServerProcess(
                process,
                Arrays.stream(ports.trim().split(" ", -1))
                        .map(port -> "http://127.0.0.1:" + port + "/")
                        .collect(Collectors.toList()));
    }

    /** The address at which a body is listed. */
    public String url(String body) {
        return addresses.get(0) + body;
    }

    /** The same of all ports. */
    public List<String> urls(String body) {
        return addresses.stream().map(address -> address + body).collect(Collectors.toList());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
