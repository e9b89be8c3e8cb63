package io.github.nimbleapi.scte35;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * SCTE-35 markers in a live stream: where an ad break begins and ends. The server needs the Addenda licence, and
 * {@code scte35_processing_enabled = true} in {@code nimble.conf}.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method fails
 * with it as its direct cause, and its {@code cancel(true)} closes the connection. Every
 * marker is sent once and never repeated, since a second one could be a second ad break. After a
 * {@link io.github.nimbleapi.error.NimbleTimeoutException} or
 * {@link io.github.nimbleapi.error.NimbleConnectionException} nobody knows whether it was set.
 *
 * <p>For a stream that there is not, they throw {@link io.github.nimbleapi.error.NimbleNotFoundException}; so does a build
 * of Nimble that does not know the endpoint. A name of an application or stream that is empty, {@code .} or
 * {@code ..} is refused with {@link IllegalArgumentException}.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Scte35 {
    /**
     * {@code POST /manage/advertizer/scte35_out/{app}/{stream}}: an ad break begins, to last until {@link #in}.
     *
     * @param app the application
     * @param stream the name of the stream
     */
    void out(String app, String stream);

    /**
     * {@link #out(String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> outAsync(String app, String stream);

    /**
     * {@code POST /manage/advertizer/scte35_out/{app}/{stream}?duration=}: an ad break of known length begins.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param duration how long it lasts, in whole seconds, more than 0
     * @throws IllegalArgumentException if the duration has a fraction of a second, or is zero or negative
     */
    void out(String app, String stream, Duration duration);

    /**
     * {@link #out(String, String, Duration)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param duration how long it lasts, in whole seconds, more than 0
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if the duration has a fraction of a second, or is zero or negative
     */
    CompletableFuture<Void> outAsync(String app, String stream, Duration duration);

    /**
     * {@code POST /manage/advertizer/scte35_out/{app}/{stream}?duration=&unique_program_id=}: an ad break of known length
     * begins, with a program of its own.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param duration how long it lasts, in whole seconds, more than 0
     * @param uniqueProgramId the program, 0 or more; the standard has room for 65535
     * @throws IllegalArgumentException if the duration has a fraction of a second, or is zero or negative, or the program is
     *     negative
     */
    void out(String app, String stream, Duration duration, long uniqueProgramId);

    /**
     * {@link #out(String, String, Duration, long)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param duration how long it lasts, in whole seconds, more than 0
     * @param uniqueProgramId the program, 0 or more; the standard has room for 65535
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if the duration has a fraction of a second, or is zero or negative, or the program is
     *     negative
     */
    CompletableFuture<Void> outAsync(String app, String stream, Duration duration, long uniqueProgramId);

    /**
     * {@code POST /manage/advertizer/scte35_out/{app}/{stream}?unique_program_id=}: an ad break begins, with a program of
     * its own, to last until {@link #in(String, String, long)}.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param uniqueProgramId the program, 0 or more; the standard has room for 65535
     * @throws IllegalArgumentException if the program is negative
     */
    void out(String app, String stream, long uniqueProgramId);

    /**
     * {@link #out(String, String, long)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param uniqueProgramId the program, 0 or more; the standard has room for 65535
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if the program is negative
     */
    CompletableFuture<Void> outAsync(String app, String stream, long uniqueProgramId);

    /**
     * {@code POST /manage/advertizer/scte35_in/{app}/{stream}}: the ad break ends.
     *
     * @param app the application
     * @param stream the name of the stream
     */
    void in(String app, String stream);

    /**
     * {@link #in(String, String)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> inAsync(String app, String stream);

    /**
     * {@code POST /manage/advertizer/scte35_in/{app}/{stream}?unique_program_id=}: the ad break of a program ends.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param uniqueProgramId the program, 0 or more; the standard has room for 65535
     * @throws IllegalArgumentException if the program is negative
     */
    void in(String app, String stream, long uniqueProgramId);

    /**
     * {@link #in(String, String, long)} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param uniqueProgramId the program, 0 or more; the standard has room for 65535
     * @return completes when the server has said yes
     * @throws IllegalArgumentException if the program is negative
     */
    CompletableFuture<Void> inAsync(String app, String stream, long uniqueProgramId);

    /**
     * {@code POST /manage/advertizer/scte35_time_signal/{app}/{stream}}: a {@code time_signal} with what the signal says.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param signal what it says
     */
    void timeSignal(String app, String stream, TimeSignal signal);

    /**
     * {@link #timeSignal} without blocking.
     *
     * @param app the application
     * @param stream the name of the stream
     * @param signal what it says
     * @return completes when the server has said yes
     */
    CompletableFuture<Void> timeSignalAsync(String app, String stream, TimeSignal signal);
}
