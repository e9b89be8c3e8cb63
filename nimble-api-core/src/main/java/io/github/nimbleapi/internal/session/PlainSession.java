package io.github.nimbleapi.internal.session;

import io.github.nimbleapi.session.PlaybackSession;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a session from bytes, much faster than a parser of any JSON can, as long as it is plain. A name is one of the
 * eleven, first of all the one that follows the name before. A value is a text, or a whole number of up to 18 digits
 * where a number is due. Blanks may stand between all of them. Escapes in a text are left to Jackson. Anything else is
 * unusual: the attempt is given up, and {@link AnySessions} or {@link UnusualSession} say what it means. This class
 * never says that something is wrong.
 */
final class PlainSession {
    //   '{'             name ':'            value            '}'
    //  ----> at a name ----------> at a value ----> behind it ----> done
    //            ^                                      |
    //            +------------------ ',' ---------------+

    /** It is not plain. */
    static final int UNUSUAL = -1;

    /** Its end has not arrived, or so it seems. */
    static final int SHORT = -2;

    private static final MemberName[] NAMES = MemberName.all(SessionFields.NAMES);
    private static final int MOST_DIGITS = 18;

    private final SharedTexts shared;
    private final SessionFields fields = new SessionFields();
    private int member;
    private long number;

    PlainSession(SharedTexts shared) {
        this.shared = shared;
    }

    /** The session that was read last. */
    @Nullable
    PlaybackSession session() {
        return fields.session();
    }

    /** Reads the object that comes next, and returns its length, {@link #UNUSUAL} or {@link #SHORT}. */
    int read(Window window) {
        fields.clear();
        int behind = read(window.bytes, window.start, window.end);
        return behind < 0 ? behind : behind - window.start;
    }

    private int read(byte[] json, int begin, int end) {
        int at = begin + 1;
        int expected = 0;
        while (true) {
            int value = atValue(json, at, end, expected);
            int behind = value < 0 ? value : take(json, value, end);
            if (behind < 0) {
                return behind;
            }
            int next = Window.afterBlanks(json, behind);
            if (json[next] == '}') {
                return fields.hasId ? next + 1 : UNUSUAL;
            }
            if (json[next] != ',') {
                return givenUp(next, end);
            }
            at = next + 1;
            expected = member + 1 == NAMES.length ? 0 : member + 1;
        }
    }

    /** Zeros stand behind the end, and are a part of nothing that is plain. */
    private static int givenUp(int at, int end) {
        return at < end ? UNUSUAL : SHORT;
    }

    /** Finds out which member begins here. */
    private int atValue(byte[] json, int at, int end, int expected) {
        int quote = Window.afterBlanks(json, at);
        int value = NAMES[expected].end(json, quote);
        if (value >= 0) {
            member = expected;
            return Window.afterBlanks(json, value);
        }
        if (json[quote] != '"') {
            return givenUp(quote, end);
        }
        int closing = closingQuote(json, quote + 1, end);
        if (closing < 0) {
            return closing;
        }
        int colon = Window.afterBlanks(json, closing + 1);
        if (json[colon] != ':') {
            return givenUp(colon, end);
        }
        member = indexOf(json, quote + 1, closing);
        return member < 0 ? UNUSUAL : Window.afterBlanks(json, colon + 1);
    }

    private static int indexOf(byte[] json, int from, int to) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].is(json, from, to)) {
                return i;
            }
        }
        return -1;
    }

    private int take(byte[] json, int value, int end) {
        switch (member) {
            case SessionFields.ID:
            case SessionFields.CREATED:
            case SessionFields.LAST_ACCESS:
            case SessionFields.BYTES_RECEIVED:
            case SessionFields.BYTES_SENT:
                return takeNumber(json, value, end);
            default:
                return takeText(json, value, end);
        }
    }

    private int takeNumber(byte[] json, int value, int end) {
        int behind = digits(json, value);
        int count = behind - value;
        if (count == 0 || count > MOST_DIGITS || (json[value] == '0' && count > 1)) {
            return givenUp(behind, end);
        }
        switch (member) {
            case SessionFields.ID:
                fields.id = number;
                fields.hasId = true;
                break;
            case SessionFields.CREATED:
                fields.created = number;
                break;
            case SessionFields.LAST_ACCESS:
                fields.lastAccess = number;
                break;
            case SessionFields.BYTES_RECEIVED:
                fields.bytesReceived = number;
                break;
            default:
                fields.bytesSent = number;
        }
        return behind;
    }

    private int digits(byte[] json, int from) {
        long sum = 0;
        int at = from;
        for (int digit = json[at] - '0'; digit >= 0 && digit <= 9; digit = json[at] - '0') {
            sum = 10 * sum + digit;
            at++;
        }
        number = sum;
        return at;
    }

    private int takeText(byte[] json, int value, int end) {
        if (json[value] != '"') {
            return givenUp(value, end);
        }
        int closing = closingQuote(json, value + 1, end);
        if (closing < 0) {
            return closing;
        }
        try {
            putText(json, value + 1, closing);
        } catch (IOException e) {
            return UNUSUAL;
        }
        return closing + 1;
    }

    private void putText(byte[] json, int from, int to) throws IOException {
        switch (member) {
            case SessionFields.APP:
                fields.app = shared.text(json, from, to);
                break;
            case SessionFields.STREAM:
                fields.stream = shared.text(json, from, to);
                break;
            case SessionFields.TYPE:
                fields.type = shared.type(shared.text(json, from, to));
                break;
            case SessionFields.CLIENT_IP:
                fields.clientIp = SharedTexts.decoded(json, from, to);
                break;
            case SessionFields.USER_AGENT:
                fields.userAgent = shared.text(json, from, to);
                break;
            default:
                fields.viewerId = SharedTexts.decoded(json, from, to);
        }
    }

    private static int closingQuote(byte[] json, int from, int end) {
        int at = from;
        while (at < end) {
            int plain = Words.plainBytes(Words.at(json, at));
            at += plain;
            if (plain == Long.BYTES) {
                continue;
            }
            if (json[at] == '"') {
                return at;
            }
            if (json[at] != '\\') {
                return givenUp(at, end);
            }
            // Whatever is escaped, it is not the closing quote.
            at += 2;
        }
        return SHORT;
    }
}
