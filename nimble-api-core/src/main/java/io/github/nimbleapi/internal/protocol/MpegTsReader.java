package io.github.nimbleapi.internal.protocol;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.protocol.MpegTsCamera;
import io.github.nimbleapi.protocol.MpegTsCameraStatus;
import io.github.nimbleapi.protocol.MpegTsSettings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What answers about MPEG-TS say. */
final class MpegTsReader {
    private MpegTsReader() {}

    static List<MpegTsCameraStatus> status(Reply reply) throws IOException {
        return Answer.list(reply, "Cameras").stream()
                .map(MpegTsReader::cameraStatus)
                .collect(Collectors.toUnmodifiableList());
    }

    private static MpegTsCameraStatus cameraStatus(Members camera) {
        return MpegTsCameraStatus.builder()
                .id(camera.text("id"))
                .state(camera.text("st"))
                .bandwidth(camera.whole("bw"))
                .extraMembers(camera.rest())
                .build();
    }

    static MpegTsSettings settings(Reply reply) throws IOException {
        Members settings = Answer.object(reply);
        return MpegTsSettings.builder()
                .hash(settings.text("CamerasHash"))
                .cameras(settings.children("Cameras").stream()
                        .map(MpegTsReader::camera)
                        .collect(Collectors.toList()))
                .extraMembers(settings.rest())
                .build();
    }

    private static MpegTsCamera camera(Members camera) {
        return MpegTsCamera.builder()
                .id(camera.text("id"))
                .ip(camera.text("ip"))
                .port(camera.port("port"))
                .protocol(camera.text("protocol"))
                .extraMembers(camera.rest())
                .build();
    }
}
