package io.github.nimbleapi.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;

/** The server as a whole, of a {@link MockTestServer}. */
final class MockManagement implements MockTestServer.Family {
    private static final Set<String> COMMANDS = Set.of(
            "POST /manage/reload_config", "POST /manage/reload_ssl_certificates", "POST /manage/sync_panel_settings");

    private final IntSupplier connections;
    private final List<String> playlists = new ArrayList<>();
    private String gpus = "";

    MockManagement(IntSupplier connections) {
        this.connections = connections;
    }

    void addPlaylist(String name, String blockId, String blockName) {
        playlists.add("{ \"block_name\" : \"" + blockName + "\", \"block_id\" : \"" + blockId + "\", \"stream\" : \""
                + name + "\" }");
    }

    void gpu(String name) {
        gpus = ", \"SysInfo\" : { \"nvml\" : [ { \"name\" : \"" + name + "\", \"gu\" : \"50\" } ] }";
    }

    @Override
    public MockResponse answer(String call, RecordedRequest request) {
        if (COMMANDS.contains(call)) {
            return MockTestServer.answer(200, "{ \"status\" : \"Ok\" }");
        }
        Map<String, String> answers = Map.of(
                "GET /manage/server_status",
                "{ \"Connections\" : \"" + connections.getAsInt() + "\"" + gpus + " }",
                "GET /manage/server_playlist_status",
                "[ " + String.join(", ", playlists) + " ]");
        return answers.containsKey(call) ? MockTestServer.answer(200, answers.get(call)) : null;
    }
}
