package io.github.nimbleapi.control.handler;

/** Streams are written with and without a slash before the application. */
final class Slashes {
    private Slashes() {}

    static String withoutLeading(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }
}
