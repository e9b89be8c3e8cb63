package io.github.nimbleapi.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The real ffmpeg, playing: it takes what comes from an address, decodes it, and shows it to nobody. */
final class Ffmpeg implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("ffmpeg-amd64", "ffmpeg-aarch64", "ffmpeg-x86_64-osx", "ffmpeg-osx-arm64", "ffmpeg-amd64.exe");

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Thread reader;

    private Ffmpeg(Process process) {
        this.process = process;
        this.reader = new Thread(this::read, "ffmpeg-output");
        reader.start();
    }

    /** Unpacks it into a folder. */
    static Path unpack(Path folder) throws IOException {
        Path program = folder.resolve("ffmpeg");
        String resource = NAMES.stream()
                .map(name -> "ws/schild/jave/nativebin/" + name)
                .filter(name -> ClassLoader.getSystemResource(name) != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no ffmpeg on the class path"));
        try (InputStream in = Objects.requireNonNull(ClassLoader.getSystemResourceAsStream(resource))) {
            Files.copy(in, program, StandardCopyOption.REPLACE_EXISTING);
        }
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " can't be made executable");
        }
        return program;
    }

    /** Plays whatever there is as soon as it is there: then nothing is left to play once it is out. */
    static Ffmpeg play(Path program, URI url) throws IOException {
        return start(program, "-stats_period", "0.2", "-i", url.toString(), "-f", "null", "-");
    }

    /** Decodes a file as quickly as it can, and tells of whatever is not as it should be. */
    static Ffmpeg check(Path program, Path file) throws IOException {
        return start(program, "-loglevel", "warning", "-stats", "-xerror", "-i", file.toString(), "-f", "null", "-");
    }

    private static Ffmpeg start(Path program, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString(), "-nostdin", "-hide_banner"));
        command.addAll(List.of(options));
        return new Ffmpeg(new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** What it has said so far. */
    String output() {
        return String.join("\n", output);
    }

    /** Whether it has decoded something. */
    boolean isPlaying() {
        return output().contains("time=00:00:");
    }

    /** Whether it was refused more, or its stream has ended. Refused by a DASH server it goes on trying, for ever. */
    boolean isOut() throws InterruptedException {
        return output().contains("403 Forbidden") || await(0) >= 0;
    }

    /** The exit code, or -1 if it still plays after so many seconds. */
    int await(int seconds) throws InterruptedException {
        boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
        if (ended) {
            reader.join();
        }
        return ended ? process.exitValue() : -1;
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
