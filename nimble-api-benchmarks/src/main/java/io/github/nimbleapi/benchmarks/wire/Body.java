package io.github.nimbleapi.benchmarks.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer, made beforehand: parts outside the heap, which are written one after the other. */
final class Body {
    private static final int SESSIONS_PER_PART = 10_000;
    /** From here on parts come again, to spare memory. */
    private static final int DIFFERENT_PARTS = 100;

    static final Body NOT_FOUND = new Body(List.of(direct("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")));

    private final List<ByteBuffer> parts;

    private Body(List<ByteBuffer> parts) {
        this.parts = parts;
    }

    static Body of(BodyName name) {
        List<ByteBuffer> parts = new ArrayList<>();
        long length = 2;
        for (int first = 0; first < name.sessions; first += SESSIONS_PER_PART) {
            int count = Math.min(SESSIONS_PER_PART, name.sessions - first);
            int number = first / SESSIONS_PER_PART;
            ByteBuffer part = number < DIFFERENT_PARTS || count < SESSIONS_PER_PART
                    ? part(first, count, name)
                    : parts.get(1 + (number - 1) % (DIFFERENT_PARTS - 1));
            parts.add(part);
            length += part.remaining();
        }
        parts.add(direct("]"));
        String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n[";
        return new Body(inOnePieceIfSmall(head, parts));
    }

    private static ByteBuffer part(int first, int count, BodyName name) {
        byte[] sessions = SessionBodies.sessions(first, count, name.isEscaped());
        ByteBuffer part = ByteBuffer.allocateDirect(sessions.length + 1);
        if (first > 0) {
            part.put((byte) ',');
        }
        return part.put(sessions).flip();
    }

    /** As a server does that writes a small answer with one call. */
    private static List<ByteBuffer> inOnePieceIfSmall(String head, List<ByteBuffer> parts) {
        List<ByteBuffer> all = new ArrayList<>(List.of(direct(head)));
        all.addAll(parts);
        if (parts.size() > 2) {
            return all;
        }
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        for (ByteBuffer part : all) {
            byte[] bytes = new byte[part.remaining()];
            part.duplicate().get(bytes);
            together.writeBytes(bytes);
        }
        return List.of(direct(together.toByteArray()));
    }

    private static ByteBuffer direct(String text) {
        return direct(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static ByteBuffer direct(byte[] bytes) {
        return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
    }

    int parts() {
        return parts.size();
    }

    /** A view with a position of its own. */
    ByteBuffer part(int index) {
        return parts.get(index).duplicate();
    }
}
