package io.github.nimbleapi.internal.json;

/** Application and stream where Nimble writes both into one text. An application may hold slashes, a stream has none. */
public final class StreamName {
    public final String app;
    public final String stream;

    private StreamName(String app, String stream) {
        this.app = app;
        this.stream = stream;
    }

    public static StreamName of(String text) {
        int slash = text.lastIndexOf('/');
        return new StreamName(text.substring(0, Math.max(0, slash)), text.substring(slash + 1));
    }
}
