package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Content;
import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.WireRequest;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file to download, all of it or the range that is asked for. */
final class Download {
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{1,9})-([0-9]{0,9})");

    private Download() {}

    static WireReply of(WireRequest request, String type, byte[] file) {
        Matcher range = RANGE.matcher(request.header("range").orElse(""));
        boolean valid = range.matches()
                && (range.group(2).isEmpty() || Integer.parseInt(range.group(1)) <= Integer.parseInt(range.group(2)));
        if (!valid) {
            return WireReply.file(type, Content.of(file)).header("Accept-Ranges", "bytes");
        }
        int first = Integer.parseInt(range.group(1));
        int last = range.group(2).isEmpty() ? file.length : Integer.parseInt(range.group(2));
        return part(type, file, first, Math.min(last, file.length - 1));
    }

    private static WireReply part(String type, byte[] file, int first, int last) {
        return first > last
                ? WireReply.html(416, "<html><body>No such range</body></html>")
                        .header("Content-Range", "bytes */" + file.length)
                : WireReply.file(206, type, Content.of(Arrays.copyOfRange(file, first, last + 1)))
                        .header("Content-Range", "bytes " + first + "-" + last + "/" + file.length);
    }
}
