package io.github.nimbleapi.internal.protocol;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Endpoint;
import io.github.nimbleapi.internal.http.Operation;
import io.github.nimbleapi.protocol.MpegTsCameraStatus;
import io.github.nimbleapi.protocol.MpegTsSettings;
import io.github.nimbleapi.protocol.Protocols;
import io.github.nimbleapi.protocol.RtmpSettings;
import io.github.nimbleapi.protocol.SrtLink;
import io.github.nimbleapi.raw.JsonDocument;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Protocols over a {@link CallRunner}. */
public final class DefaultProtocols implements Protocols {
    private static final Operation<RtmpSettings> RTMP_SETTINGS =
            Operation.of(Endpoint.RTMP_SETTINGS.request(), RtmpReader::settings);
    private static final Operation<List<MpegTsCameraStatus>> MPEG_TS_STATUS =
            Operation.of(Endpoint.MPEG2TS_STATUS.request(), MpegTsReader::status);
    private static final Operation<MpegTsSettings> MPEG_TS_SETTINGS =
            Operation.of(Endpoint.MPEG2TS_SETTINGS.request(), MpegTsReader::settings);
    private static final Operation<List<SrtLink>> SRT_SENDERS =
            Operation.of(Endpoint.SRT_SENDER_STATS.request(), SrtReader.SENDERS::links);
    private static final Operation<List<SrtLink>> SRT_RECEIVERS =
            Operation.of(Endpoint.SRT_RECEIVER_STATS.request(), SrtReader.RECEIVERS::links);
    private static final Operation<JsonDocument> RIST_SENDERS =
            Operation.of(Endpoint.RIST_SENDER_STATS.request(), Answer::document);
    private static final Operation<JsonDocument> RIST_RECEIVERS =
            Operation.of(Endpoint.RIST_RECEIVER_STATS.request(), Answer::document);
    private static final Operation<JsonDocument> NDI_LIST = Operation.of(Endpoint.NDI_LIST.request(), Answer::document);

    private final CallRunner calls;

    public DefaultProtocols(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public RtmpSettings rtmpSettings() {
        return calls.block(RTMP_SETTINGS);
    }

    @Override
    public CompletableFuture<RtmpSettings> rtmpSettingsAsync() {
        return calls.start(RTMP_SETTINGS);
    }

    @Override
    public List<MpegTsCameraStatus> mpegTsStatus() {
        return calls.block(MPEG_TS_STATUS);
    }

    @Override
    public CompletableFuture<List<MpegTsCameraStatus>> mpegTsStatusAsync() {
        return calls.start(MPEG_TS_STATUS);
    }

    @Override
    public MpegTsSettings mpegTsSettings() {
        return calls.block(MPEG_TS_SETTINGS);
    }

    @Override
    public CompletableFuture<MpegTsSettings> mpegTsSettingsAsync() {
        return calls.start(MPEG_TS_SETTINGS);
    }

    @Override
    public List<SrtLink> srtSenders() {
        return calls.block(SRT_SENDERS);
    }

    @Override
    public CompletableFuture<List<SrtLink>> srtSendersAsync() {
        return calls.start(SRT_SENDERS);
    }

    @Override
    public List<SrtLink> srtSenders(String settingId) {
        return calls.block(of(settingId, SRT_SENDERS));
    }

    @Override
    public CompletableFuture<List<SrtLink>> srtSendersAsync(String settingId) {
        return calls.start(of(settingId, SRT_SENDERS));
    }

    @Override
    public List<SrtLink> srtReceivers() {
        return calls.block(SRT_RECEIVERS);
    }

    @Override
    public CompletableFuture<List<SrtLink>> srtReceiversAsync() {
        return calls.start(SRT_RECEIVERS);
    }

    @Override
    public List<SrtLink> srtReceivers(String settingId) {
        return calls.block(of(settingId, SRT_RECEIVERS));
    }

    @Override
    public CompletableFuture<List<SrtLink>> srtReceiversAsync(String settingId) {
        return calls.start(of(settingId, SRT_RECEIVERS));
    }

    @Override
    public JsonDocument ristSenders() {
        return calls.block(RIST_SENDERS);
    }

    @Override
    public CompletableFuture<JsonDocument> ristSendersAsync() {
        return calls.start(RIST_SENDERS);
    }

    @Override
    public JsonDocument ristReceivers() {
        return calls.block(RIST_RECEIVERS);
    }

    @Override
    public CompletableFuture<JsonDocument> ristReceiversAsync() {
        return calls.start(RIST_RECEIVERS);
    }

    @Override
    public JsonDocument ndiList() {
        return calls.block(NDI_LIST);
    }

    @Override
    public CompletableFuture<JsonDocument> ndiListAsync() {
        return calls.start(NDI_LIST);
    }

    private static Operation<List<SrtLink>> of(String settingId, Operation<List<SrtLink>> all) {
        if (Objects.requireNonNull(settingId, "settingId").isBlank()) {
            throw new IllegalArgumentException("settingId is blank: give the settingId() of an SrtLink");
        }
        return all.map(links -> links.stream()
                .filter(link -> link.settingId().filter(settingId::equals).isPresent())
                .collect(Collectors.toUnmodifiableList()));
    }
}
