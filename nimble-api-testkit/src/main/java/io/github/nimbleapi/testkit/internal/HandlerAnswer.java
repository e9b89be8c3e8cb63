package io.github.nimbleapi.testkit.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What a handler answered. Immutable. */
public final class HandlerAnswer {
    private static final int LARGEST = 1024 * 1024;

    private final int status;
    private final String bodyText;

    private HandlerAnswer(int status, String bodyText) {
        this.status = status;
        this.bodyText = bodyText;
    }

    public int status() {
        return status;
    }

    public String bodyText() {
        return bodyText;
    }

    static HandlerAnswer read(InputStream from) throws IOException {
        InputStream in = new Bounded(from);
        int status = status(in);
        Map<String, List<String>> headers = WireRequest.headers(in);
        while (status < 200) {
            status = status(in);
            headers = WireRequest.headers(in);
        }
        boolean empty = status == 204 || status == 304;
        return new HandlerAnswer(status, empty ? "" : new String(body(in, headers), StandardCharsets.UTF_8));
    }

    private static int status(InputStream in) throws IOException {
        String line = WireRequest.line(in);
        if (line == null) {
            throw new IOException("the connection was closed without an answer");
        }
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9][0-9]( .*)?")) {
            throw new IOException("the answer is not HTTP/1.x");
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        boolean announced = headers.containsKey("content-length") || headers.containsKey("transfer-encoding");
        return announced ? WireRequest.body(in, headers) : in.readAllBytes();
    }

    /** A handler that never stops talking must not fill the memory. */
    private static final class Bounded extends FilterInputStream {
        private int left = LARGEST;

        Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = in.read(bytes, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("the answer is longer than " + LARGEST + " bytes");
            }
        }
    }
}
