package io.github.nimbleapi.protocol;

import io.github.nimbleapi.raw.JsonDocument;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Protocols: how RTMP and MPEG-TS are set up, and how SRT, RIST and NDI do. Nothing here changes anything.
 *
 * <p>Every method throws {@link io.github.nimbleapi.error.NimbleException}; the future of an {@code Async} method
 * fails with it as its direct cause, and its {@code cancel(true)} closes the connection. All are repeated as the
 * {@link io.github.nimbleapi.RetryPolicy} says.
 *
 * <p>Thread-safe. Meant to be called and mocked, not implemented: methods may be added.
 */
public interface Protocols {
    /**
     * {@code GET /manage/rtmp_settings}: where RTMP is listened for, and who may publish. Holds passwords in clear.
     *
     * @return the settings
     */
    RtmpSettings rtmpSettings();

    /**
     * {@link #rtmpSettings()} without blocking.
     *
     * @return the settings to come
     */
    CompletableFuture<RtmpSettings> rtmpSettingsAsync();

    /**
     * {@code GET /manage/mpeg2ts_status}: how the incoming MPEG-TS streams do, which Nimble calls cameras.
     *
     * @return an immutable list, in the server's order
     */
    List<MpegTsCameraStatus> mpegTsStatus();

    /**
     * {@link #mpegTsStatus()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<MpegTsCameraStatus>> mpegTsStatusAsync();

    /**
     * {@code GET /manage/mpeg2ts_settings}: where the incoming MPEG-TS streams come in.
     *
     * @return the settings
     */
    MpegTsSettings mpegTsSettings();

    /**
     * {@link #mpegTsSettings()} without blocking.
     *
     * @return the settings to come
     */
    CompletableFuture<MpegTsSettings> mpegTsSettingsAsync();

    /**
     * {@code GET /manage/srt_sender_stats}: all SRT sockets that send, connected or not.
     *
     * @return an immutable list, in the server's order
     */
    List<SrtLink> srtSenders();

    /**
     * {@link #srtSenders()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<SrtLink>> srtSendersAsync();

    /**
     * The SRT sockets of a setting that send. Nimble has no filter of its own, so all are fetched. There is no finder
     * by {@link SrtLink#id()}, because that is another after every reconnect.
     *
     * @param settingId the {@link SrtLink#settingId()}, not blank
     * @return an immutable list; empty where no socket is of that setting, or the server is too old to tell
     * @throws IllegalArgumentException if it is blank
     */
    List<SrtLink> srtSenders(String settingId);

    /**
     * {@link #srtSenders(String)} without blocking.
     *
     * @param settingId the {@link SrtLink#settingId()}, not blank
     * @return the list to come
     * @throws IllegalArgumentException if it is blank
     */
    CompletableFuture<List<SrtLink>> srtSendersAsync(String settingId);

    /**
     * {@code GET /manage/srt_receiver_stats}: all SRT sockets that receive, connected or not.
     *
     * @return an immutable list, in the server's order
     */
    List<SrtLink> srtReceivers();

    /**
     * {@link #srtReceivers()} without blocking.
     *
     * @return the list to come
     */
    CompletableFuture<List<SrtLink>> srtReceiversAsync();

    /**
     * The SRT sockets of a setting that receive. Nimble has no filter of its own, so all are fetched. There is no
     * finder by {@link SrtLink#id()}, because that is another after every reconnect.
     *
     * @param settingId the {@link SrtLink#settingId()}, not blank
     * @return an immutable list; empty where no socket is of that setting, or the server is too old to tell
     * @throws IllegalArgumentException if it is blank
     */
    List<SrtLink> srtReceivers(String settingId);

    /**
     * {@link #srtReceivers(String)} without blocking.
     *
     * @param settingId the {@link SrtLink#settingId()}, not blank
     * @return the list to come
     * @throws IllegalArgumentException if it is blank
     */
    CompletableFuture<List<SrtLink>> srtReceiversAsync(String settingId);

    /**
     * {@code GET /manage/rist_sender_stats}: how RIST senders do. Nobody has published the shape of the answer.
     *
     * @return the answer as it is; missing where it is empty
     */
    JsonDocument ristSenders();

    /**
     * {@link #ristSenders()} without blocking.
     *
     * @return the answer to come
     */
    CompletableFuture<JsonDocument> ristSendersAsync();

    /**
     * {@code GET /manage/rist_receiver_stats}: how RIST receivers do. Nobody has published the shape of the answer.
     *
     * @return the answer as it is; missing where it is empty
     */
    JsonDocument ristReceivers();

    /**
     * {@link #ristReceivers()} without blocking.
     *
     * @return the answer to come
     */
    CompletableFuture<JsonDocument> ristReceiversAsync();

    /**
     * {@code GET /manage/ndi/list}: NDI streams. Nobody has published the shape of the answer, only that it is an
     * array.
     *
     * @return the answer as it is; missing where it is empty
     */
    JsonDocument ndiList();

    /**
     * {@link #ndiList()} without blocking.
     *
     * @return the answer to come
     */
    CompletableFuture<JsonDocument> ndiListAsync();
}
