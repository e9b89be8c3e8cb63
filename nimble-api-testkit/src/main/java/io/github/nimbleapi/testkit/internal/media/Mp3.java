package io.github.nimbleapi.testkit.internal.media;

/** MP3 frames without end. */
public final class Mp3 {
    /** 335 frames of 24 ms. */
    public static final int LOOP_MILLIS = 8_040;

    public static final int KILOBITS_PER_SECOND = 64;

    private static final byte[] LOOP = MediaFile.read("loop.mp3");

    private Mp3() {}

    /** All of the loop. */
    public static byte[] loop() {
        return LOOP.clone();
    }
}
