package io.github.nimbleapi.control.handler;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Percent-encoded text in links. */
final class Percent {
    private Percent() {}

    /** What it stands for; itself if it stands for nothing. A plus is a plus. */
    static String decode(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
