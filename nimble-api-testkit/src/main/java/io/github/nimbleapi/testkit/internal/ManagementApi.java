package io.github.nimbleapi.testkit.internal;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Nimble answers on its management port. */
public final class ManagementApi {
    private static final WireReply OK = WireReply.json(200, "{\"status\":\"Ok\"}");
    private static final WireReply ERROR = WireReply.json(200, "{\"status\":\"Error\"}");
    private static final WireReply FORBIDDEN = WireReply.json(403, "{\"status\":\"Forbidden\"}");
    private static final WireReply UNKNOWN_ENDPOINT =
            WireReply.html(404, "<html><head><title>Not found</title></head><body>Not found</body></html>");

    private final @Nullable TokenCheck tokenCheck;
    private final State state;

    /** What the answers are made from. */
    public interface State {
        /** Each session as a JSON object. */
        Collection<String> sessions();

        void delete(List<Long> ids);
    }

    public ManagementApi(@Nullable String token, State state) {
        this.tokenCheck = token == null ? null : new TokenCheck(token);
        this.state = state;
    }

    public WireReply answer(WireRequest request) {
        if (tokenCheck != null && !tokenCheck.accepts(request)) {
            return FORBIDDEN;
        }
        switch (request.method() + " " + request.path()) {
            case "GET /manage/sessions":
                return WireReply.json(200, state.sessions().stream().collect(Collectors.joining(",", "[", "]")));
            case "POST /manage/sessions/delete":
                return delete(request);
            case "GET /manage/server_status":
                return WireReply.json(200, serverStatus());
            default:
                return UNKNOWN_ENDPOINT;
        }
    }

    private WireReply delete(WireRequest request) {
        Optional<List<Long>> ids = JsonText.wholeNumbers(new String(request.body(), StandardCharsets.UTF_8));
        ids.ifPresent(state::delete);
        return ids.isPresent() ? OK : ERROR;
    }

    private String serverStatus() {
        JsonText system = new JsonText()
                .member("ap", 2)
                .member("scl", "0.0075")
                .member("tpms", 67_153_604_608L)
                .member("fpms", 61_391_659_008L)
                .member("tsss", 8_589_930_496L)
                .member("fsss", 8_552_968_192L);
        return new JsonText()
                .member("Connections", state.sessions().size())
                .member("OutRate", 0)
                .raw("SysInfo", system.toString())
                .member("RamCacheSize", 128)
                .member("FileCacheSize", 0)
                .member("MaxRamCacheSize", 8096)
                .member("MaxFileCacheSize", 8096)
                .toString();
    }
}
