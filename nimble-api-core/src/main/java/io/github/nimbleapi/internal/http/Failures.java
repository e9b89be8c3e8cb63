package io.github.nimbleapi.internal.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.nimbleapi.error.NimbleAuthenticationException;
import io.github.nimbleapi.error.NimbleConnectionException;
import io.github.nimbleapi.error.NimbleDataException;
import io.github.nimbleapi.error.NimbleException;
import io.github.nimbleapi.error.NimbleInterruptedException;
import io.github.nimbleapi.error.NimbleTimeoutException;
import io.github.nimbleapi.raw.RawReply;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what the JDK and the parser throw into errors that say what to do. */
final class Failures {
    private final BaseUrl server;
    private final String progress;

    Failures(BaseUrl server) {
        this(server, "");
    }

    private Failures(BaseUrl server, String progress) {
        this.server = server;
        this.progress = progress;
    }

    /** The same, of something that has come so far. */
    Failures after(long bytes) {
        return new Failures(server, " after " + bytes + " bytes");
    }

    /** What the user is told; anything that is not about the exchange is passed on as it is. */
    RuntimeException of(Request request, Throwable thrown) {
        if (thrown instanceof NimbleException) {
            return (NimbleException) thrown;
        }
        if (thrown instanceof BodyStream.TooLarge) {
            return unreadable(request, String.valueOf(thrown.getMessage()));
        }
        if (thrown instanceof JsonProcessingException) {
            return unreadable(request, "not the JSON it should be" + place(request, (JsonProcessingException) thrown));
        }
        if (thrown instanceof IOException && isCausedBy(thrown, ProtocolException.class)) {
            return unreadable(request, "not HTTP" + words(request, ": ", thrown, ""));
        }
        if (thrown instanceof BodyStream.Stalled) {
            return new NimbleTimeoutException(
                    subject(request) + ": " + thrown.getMessage(), request.method, request.path, null);
        }
        if (thrown instanceof InterruptedIOException) {
            return interrupted(request, progress, thrown);
        }
        if (thrown instanceof IOException) {
            return noAnswer(request, (IOException) thrown);
        }
        return thrown instanceof RuntimeException
                ? (RuntimeException) thrown
                : new IllegalStateException("unexpected failure of " + subject(request), thrown);
    }

    NimbleTimeoutException timeout(Request request, Duration limit) {
        return new NimbleTimeoutException(
                subject(request) + " was not answered in full within callTimeout, which is " + limit,
                request.method,
                request.path,
                null);
    }

    static NimbleInterruptedException interrupted(Request request, @Nullable Throwable cause) {
        return interrupted(request, "", cause);
    }

    private static NimbleInterruptedException interrupted(Request request, String progress, @Nullable Throwable cause) {
        return new NimbleInterruptedException(
                request + progress + ": the waiting thread was interrupted, the call is cancelled",
                request.method,
                request.path,
                cause);
    }

    String subject(Request request) {
        return request + " on " + server + progress;
    }

    // The parser's exception is not kept as the cause: its message may quote any part of the body.
    private NimbleDataException unreadable(Request request, String what) {
        return unusable(request, "the answer is " + Redaction.mask(request, what));
    }

    NimbleDataException unusable(Request request, String why) {
        return new NimbleDataException(subject(request) + ": " + why, request.method, request.path, null);
    }

    private static String place(Request request, JsonProcessingException e) {
        JsonLocation location = e.getLocation();
        if (location == null) {
            return ": " + e.getOriginalMessage();
        }
        String place = " at character " + location.getCharOffset();
        // The parser quotes what it did not expect.
        return request.confidential
                ? place
                : ": " + e.getOriginalMessage().replaceAll("\\[Source: [^]]*?; (line: [^]]*)]", "$1") + place;
    }

    /** What a throwable says, unless that may be words of a confidential answer. */
    private static String words(Request request, String before, Throwable thrown, String after) {
        return request.confidential ? "" : before + thrown.getMessage() + after;
    }

    private NimbleException noAnswer(Request request, IOException thrown) {
        String message = thrown.getMessage();
        if (message != null && message.contains("WWW-Authenticate header missing")) {
            // Only a given HttpClient with an Authenticator says 401 this way.
            return new NimbleAuthenticationException(
                    subject(request) + " was answered with HTTP 401",
                    request.method,
                    request.path,
                    RawReply.of(401, ""));
        }
        return new NimbleConnectionException(
                subject(request) + ": " + Redaction.mask(request, explanation(request, thrown)),
                request.method,
                request.path,
                Redaction.isClean(request, thrown) ? thrown : kind(thrown));
    }

    /** What is left of a cause whose words must not be shown: whether the trouble may pass depends on it. */
    private static @Nullable Throwable kind(IOException thrown) {
        return isCausedBy(thrown, GeneralSecurityException.class) ? new GeneralSecurityException("not shown") : null;
    }

    private String explanation(Request request, IOException thrown) {
        if (isCausedBy(thrown, UnresolvedAddressException.class)) {
            return "the host name of " + server.hostAndPort() + " can't be resolved";
        }
        if (thrown instanceof HttpConnectTimeoutException) {
            return "no connection to " + server.hostAndPort() + " within connectTimeout; is a firewall in between?";
        }
        if (thrown instanceof ConnectException) {
            return "nothing accepts connections at " + server.hostAndPort()
                    + "; is Nimble running there, is management_listen_interfaces set in nimble.conf (without it the API is"
                    + " off), and is this its management_port (8082 by default)?";
        }
        if (isCausedBy(thrown, GeneralSecurityException.class)) {
            return "the certificate of " + server.hostAndPort()
                    + " is not trusted; give an httpClient with an SSLContext that trusts it";
        }
        if (isCausedBy(thrown, SSLException.class)) {
            return "TLS failed" + words(request, " (", thrown, ")") + "; does " + server.hostAndPort()
                    + " speak https?";
        }
        String hint = request.signature == null ? "" : "; is the management token the one in nimble.conf?";
        return "the connection broke before the answer was complete" + words(request, " (", thrown, ")") + hint;
    }

    // Java 11 puts most of them into an IOException of its own.
    private static boolean isCausedBy(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }
}
