package io.github.nimbleapi.internal.server;

import io.github.nimbleapi.internal.answer.Answer;
import io.github.nimbleapi.internal.answer.Members;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.json.StreamName;
import io.github.nimbleapi.server.Gpu;
import io.github.nimbleapi.server.PlaylistStatus;
import io.github.nimbleapi.server.ServerStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What answers about the server say. */
final class ServerReader {
    private ServerReader() {}

    static ServerStatus status(Reply reply) throws IOException {
        Members status = Answer.object(reply);
        Members system = status.child("SysInfo");
        ServerStatus.Builder builder = ServerStatus.builder()
                .connections(status.whole("Connections"))
                .outRate(status.whole("OutRate"))
                .ramCacheSize(status.whole("RamCacheSize"))
                .fileCacheSize(status.whole("FileCacheSize"))
                .maxRamCacheSize(status.whole("MaxRamCacheSize"))
                .maxFileCacheSize(status.whole("MaxFileCacheSize"))
                .processors(system.count("ap"))
                .cpuLoad(system.decimal("scl"))
                .totalMemory(system.whole("tpms"))
                .freeMemory(system.whole("fpms"))
                .totalSwap(system.whole("tsss"))
                .freeSwap(system.whole("fsss"))
                .gpus(system.children("nvml").stream().map(ServerReader::gpu).collect(Collectors.toList()));
        Map<String, String> rest = new HashMap<>();
        status.addRest("", rest);
        system.addRest("SysInfo.", rest);
        return builder.extraMembers(rest).build();
    }

    private static Gpu gpu(Members gpu) {
        return Gpu.builder()
                .index(gpu.count("gpu"))
                .name(gpu.text("name"))
                .load(gpu.count("gu"))
                .memoryLoad(gpu.count("mu"))
                .totalMemory(gpu.whole("tms"))
                .usedMemory(gpu.whole("ums"))
                .decoderLoad(gpu.count("du"))
                .encoderLoad(gpu.count("eu"))
                .extraMembers(gpu.rest())
                .build();
    }

    static List<PlaylistStatus> playlists(Reply reply) throws IOException {
        return Answer.list(reply, "playlists").stream()
                .map(ServerReader::playlist)
                .collect(Collectors.toUnmodifiableList());
    }

    private static PlaylistStatus playlist(Members playlist) {
        StreamName name = StreamName.of(playlist.text("stream"));
        return PlaylistStatus.builder().app(name.app).stream(name.stream)
                .blockId(playlist.text("block_id"))
                .blockName(playlist.text("block_name"))
                .extraMembers(playlist.rest())
                .build();
    }
}
