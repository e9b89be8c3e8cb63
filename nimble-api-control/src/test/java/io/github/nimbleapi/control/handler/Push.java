package io.github.nimbleapi.control.handler;

import io.github.nimbleapi.signing.PushSignature;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Nimble would post, and what it would read. */
final class Push {
    static final String TOKEN = "s3cret-push-token";

    /** With the body below, both were published, see KEV in the protocol notes. */
    static final String GENUINE_TOKEN = "bc91b48588048871f4b898af9371ccc8";

    static final String GENUINE_SOLUTION = "IDI5uYL0dPeoWVv5u2sN5Q==";
    static final String GENUINE_HEADER = "\"ID\":\"5f0d5962-33b1-5137-ae6a-32776bcabc69\","
            + "\"Signature\":\"7r/RZeJ18rMuRYc8luBdFQ==\",\"Puzzle\":\"8c537e85-9684-a3b5-cbd9-bbebe952b103\"";
    static final String INFO =
            "{\"VHost\":[{\"name\":\"your-edgeserver.yourdomain.com\",\"Application\":[{\"name\":\"live\","
                    + "\"Instance\":[{\"name\":\"_definst_\",\"Stream\":[{\"name\":\"livestream\",\"Player\":[{\"id\":\"500\","
                    + "\"ip\":\"127.0.0.1\",\"sessionid\":\"1001\",\"delta\":7000,\"bytes_sent\":13981102,"
                    + "\"user_agents\":[\"Mozilla\\/5.0 ...\"]}]}]}]}]}]}";
    static final String GENUINE = "{" + GENUINE_HEADER + ",\"PayPerViewInfo\":" + INFO + "}";

    static final List<String> GENUINE_EVENT_HEADER = List.of(
            "bb4fcfd2-a1fb-49b0-aed5-22bc572ea7cf", "94cc0c9b-080c-d435-c2b9-cca2528fa13e", "JOWZAjro7J6fgnot+i3efg==");

    private Push() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(HandlerReply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    static String header(String id, String puzzle) {
        String signature = PushSignature.of(TOKEN).sign(id, puzzle);
        return "\"ID\":\"" + id + "\",\"Puzzle\":\"" + puzzle + "\",\"Signature\":\"" + signature + "\"";
    }

    /** Signed with {@link #TOKEN}. */
    static byte[] signed(String id, String puzzle, String info) {
        return bytes("{" + header(id, puzzle) + ",\"PayPerViewInfo\":" + info + "}");
    }

    static byte[] signedXml(String id, String puzzle, String members) {
        String signature = PushSignature.of(TOKEN).sign(id, puzzle);
        return bytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<ApiSyncRequest>\n  <ID>" + id
                + "</ID>\n  <Signature>" + signature + "</Signature>\n  <Puzzle>" + puzzle + "</Puzzle>\n" + members
                + "</ApiSyncRequest>\n");
    }

    /** One stream's players. */
    static String players(String... players) {
        return "{\"VHost\":[{\"name\":\"v\",\"Application\":[{\"name\":\"live\",\"Instance\":[{\"name\":\"_definst_\",\"Stream\":"
                + "[{\"name\":\"a\",\"Player\":[" + String.join(",", players) + "]}]}]}]}]}";
    }

    static String solution(String puzzle) {
        return PushSignature.of(TOKEN).solve(puzzle);
    }
}
