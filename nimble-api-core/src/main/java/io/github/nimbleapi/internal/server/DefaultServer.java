package io.github.nimbleapi.internal.server;

import io.github.nimbleapi.internal.http.CallRunner;
import io.github.nimbleapi.internal.http.Reply;
import io.github.nimbleapi.internal.http.Request;
import io.github.nimbleapi.internal.json.Members;
import io.github.nimbleapi.server.Server;
import io.github.nimbleapi.server.ServerStatus;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The server over a {@link CallRunner}. */
public final class DefaultServer implements Server {
    private static final Request STATUS =
            Request.of("GET", "/manage/server_status").repeatable();

    private final CallRunner calls;

    public DefaultServer(CallRunner calls) {
        this.calls = calls;
    }

    @Override
    public ServerStatus status() {
        return calls.block(call -> call.send(STATUS, DefaultServer::read));
    }

    @Override
    public CompletableFuture<ServerStatus> statusAsync() {
        return calls.start(call -> call.send(STATUS, DefaultServer::read));
    }

    private static ServerStatus read(Reply reply) throws IOException {
        Members status = Members.of(reply);
        Members system = status.child("SysInfo");
        ServerStatus.Builder builder = ServerStatus.builder()
                .connections(status.whole("Connections"))
                .outRate(status.whole("OutRate"))
                .ramCacheSize(status.whole("RamCacheSize"))
                .fileCacheSize(status.whole("FileCacheSize"))
                .maxRamCacheSize(status.whole("MaxRamCacheSize"))
                .maxFileCacheSize(status.whole("MaxFileCacheSize"))
                .processors((int) Math.max(0, Math.min(Integer.MAX_VALUE, system.whole("ap"))))
                .cpuLoad(system.decimal("scl"))
                .totalMemory(system.whole("tpms"))
                .freeMemory(system.whole("fpms"))
                .totalSwap(system.whole("tsss"))
                .freeSwap(system.whole("fsss"));
        Map<String, String> rest = new HashMap<>();
        status.addRest("", rest);
        system.addRest("SysInfo.", rest);
        return builder.extraMembers(rest).build();
    }
}
