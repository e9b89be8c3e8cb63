package io.github.nimbleapi;

import io.github.nimbleapi.dvr.DvrExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the tests of exports ask for, and what is in their directories. */
final class ExportSamples {
    static final DvrExport EXPORT = DvrExport.mp4("live", "one");
    static final String BEGINNING = "\0\0\0\u0018ftypisom\0\0\u0002\0isommp41";
    static final String MP4 = BEGINNING + "0123456789".repeat(10_000);
    static final String OLD = "what was there before";

    private ExportSamples() {}

    /** Sends the head of an answer and the beginning of its body, and leaves the connection open. */
    static RawPeer beginning() {
        return RawPeer.playing(connection -> {
            connection.readsRequest();
            connection.write(RawPeer.head("200 OK", 1_000_000) + BEGINNING);
        });
    }

    static Path oldFile(Path directory) throws IOException {
        return Files.writeString(directory.resolve("game.mp4"), OLD);
    }

    static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toList());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
