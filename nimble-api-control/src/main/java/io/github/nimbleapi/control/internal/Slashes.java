package io.github.nimbleapi.control.internal;

/** Streams are written with and without slashes before the application and before the stream. */
public final class Slashes {
    private Slashes() {}

    public static String withoutLeading(String path) {
        int start = 0;
        while (start < path.length() && path.charAt(start) == '/') {
            start++;
        }
        return path.substring(start);
    }

    /** None before it, and one for several in a row. */
    public static String single(String path) {
        String bare = withoutLeading(path);
        return bare.contains("//") ? bare.replaceAll("/{2,}", "/") : bare;
    }
}
