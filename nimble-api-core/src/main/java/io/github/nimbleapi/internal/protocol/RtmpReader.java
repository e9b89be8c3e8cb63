package io.github.nimbleapi.internal.protocol;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.protocol.RtmpApp;
import io.github.nimbleapi.protocol.RtmpInterface;
import io.github.nimbleapi.protocol.RtmpSettings;
import java.io.IOException;
import java.util.stream.Collectors;

/** What the answer about RTMP says. */
final class RtmpReader {
    private RtmpReader() {}

    static RtmpSettings settings(Reply reply) throws IOException {
        Members answer = Answer.object(reply);
        // Only one client is known to have seen the wrapper.
        Members settings = answer.hasChild("RtmpSettings") ? answer.child("RtmpSettings") : answer;
        return RtmpSettings.builder()
                .hash(settings.text("hash"))
                .interfaces(settings.children("interfaces").stream()
                        .map(RtmpReader::networkInterface)
                        .collect(Collectors.toList()))
                .login(settings.text("login"))
                .password(settings.text("password"))
                .chunkDuration(settings.seconds("duration"))
                .chunkCount(settings.count("chunk_count"))
                .dashTemplate(settings.text("dash_template"))
                .protocols(settings.elements("protocols"))
                .apps(settings.children("apps").stream().map(RtmpReader::app).collect(Collectors.toList()))
                .extraMembers(settings.rest())
                .build();
    }

    private static RtmpInterface networkInterface(Members one) {
        return RtmpInterface.builder()
                .ip(one.text("ip"))
                .port(one.port("port"))
                .ssl(one.flag("ssl"))
                .extraMembers(one.rest())
                .build();
    }

    private static RtmpApp app(Members app) {
        return RtmpApp.builder()
                .app(app.text("app"))
                .login(app.text("login"))
                .password(app.text("password"))
                .extraMembers(app.rest())
                .build();
    }
}
