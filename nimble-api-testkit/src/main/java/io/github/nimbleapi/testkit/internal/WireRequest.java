package io.github.nimbleapi.testkit.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A request as it came over the wire. */
public final class WireRequest {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int LARGEST_BODY = 64 * 1024 * 1024;

    private final String method;
    private final String target;
    private final String version;
    private final Map<String, List<String>> headers;
    private final byte[] body;

    private WireRequest(String method, String target, String version, Map<String, List<String>> headers, byte[] body) {
        this.method = method;
        this.target = target;
        this.version = version;
        this.headers = headers;
        this.body = body;
    }

    /** What came is not HTTP/1.x. */
    static final class Malformed extends IOException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** Reads the next request of a connection; null where the peer has closed it. */
    static @Nullable WireRequest read(InputStream in, Runnable sendContinue) throws IOException {
        String first = line(in);
        if (first == null) {
            return null;
        }
        String[] parts = first.split(" ", -1);
        if (parts.length != 3 || !parts[2].startsWith("HTTP/1.")) {
            throw new Malformed("request line");
        }
        Map<String, List<String>> headers = headers(in);
        if (headers.containsKey("expect")) {
            sendContinue.run();
        }
        return new WireRequest(parts[0], parts[1], parts[2], headers, body(in, headers));
    }

    public String method() {
        return method;
    }

    public String path() {
        int mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** The query as it came, without {@code ?}; {@code ""} where there is none. */
    public String query() {
        int mark = target.indexOf('?');
        return mark < 0 ? "" : target.substring(mark + 1);
    }

    public String decodedPath() {
        return Endpoints.decoded(path());
    }

    /** The values of a parameter in the query, decoded. */
    public List<String> parameters(String name) {
        return rawParameters(name).map(Endpoints::decoded).collect(Collectors.toList());
    }

    /** The first value of a parameter in the query, as it came. */
    public Optional<String> rawParameter(String name) {
        return rawParameters(name).findFirst();
    }

    private Stream<String> rawParameters(String name) {
        return Stream.of(query().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1));
    }

    /** The first value of a header. */
    public Optional<String> header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, List.of()).stream().findFirst();
    }

    /** The headers by lower-case name. */
    public Map<String, List<String>> headers() {
        return headers;
    }

    public byte[] body() {
        return body.clone();
    }

    boolean understandsChunks() {
        return !version.equals("HTTP/1.0");
    }

    boolean isLast() {
        String connection = String.join(",", headers.getOrDefault("connection", List.of()));
        return connection.toLowerCase(Locale.ROOT).contains("close") || version.equals("HTTP/1.0");
    }

    static Map<String, List<String>> headers(InputStream in) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = requiredLine(in); !line.isEmpty(); line = requiredLine(in)) {
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw new Malformed("header");
            }
            headers.computeIfAbsent(line.substring(0, colon).toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                    .add(line.substring(colon + 1).strip());
        }
        return headers;
    }

    static byte[] body(InputStream in, Map<String, List<String>> headers) throws IOException {
        if (isChunked(headers)) {
            return chunks(in);
        }
        return exactly(
                in, number(headers.getOrDefault("content-length", List.of("0")).get(0), 10));
    }

    private static boolean isChunked(Map<String, List<String>> headers) {
        return String.join(",", headers.getOrDefault("transfer-encoding", List.of()))
                .toLowerCase(Locale.ROOT)
                .endsWith("chunked");
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        while (true) {
            String size = requiredLine(in);
            int length = number(size.split(";", 2)[0].strip(), 16);
            if (length == 0) {
                headers(in);
                return whole.toByteArray();
            }
            if (whole.size() + length > LARGEST_BODY) {
                throw new Malformed("body too large");
            }
            whole.write(exactly(in, length));
            requiredLine(in);
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new Malformed("body cut off");
        }
        return bytes;
    }

    private static int number(String text, int radix) throws Malformed {
        try {
            int number = Integer.parseInt(text, radix);
            if (number >= 0 && number <= LARGEST_BODY) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: both are bad lengths.
        }
        throw new Malformed("length");
    }

    private static String requiredLine(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new Malformed("cut off");
        }
        return line;
    }

    static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (line.size() == LONGEST_LINE) {
                throw new Malformed("line too long");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
