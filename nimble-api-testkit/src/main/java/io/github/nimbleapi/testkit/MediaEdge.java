package io.github.nimbleapi.testkit;

import io.github.nimbleapi.testkit.internal.Connection;
import io.github.nimbleapi.testkit.internal.WireReply;
import io.github.nimbleapi.testkit.internal.WireRequest;

/** What players come to: the streams of a fake in all forms that are asked for over HTTP. */
final class MediaEdge {
    private static final WireReply NOT_FOUND = WireReply.html(404, "<html><body>Not found</body></html>");

    WireReply answer(WireRequest request, Connection connection) {
        return NOT_FOUND;
    }
}
