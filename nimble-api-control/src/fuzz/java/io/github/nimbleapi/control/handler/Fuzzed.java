package io.github.nimbleapi.control.handler;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.nimbleapi.signing.PushSignature;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

/** What must hold for every body. */
final class Fuzzed {
    private static final ObjectMapper STRICT =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private Fuzzed() {}

    /** It is answered, not with 500, and what is said can be read by others. */
    static void answer(NimbleHandler handler, byte[] body) throws Exception {
        HandlerReply reply = handler.handle(body);
        if (!List.of(200, 400, 403).contains(reply.status())) {
            throw new AssertionError(reply);
        }
        byte[] said = reply.body();
        if (said.length == 0) {
            if (reply.status() == 200) {
                throw new AssertionError(reply);
            }
        } else if (reply.contentType().equals("application/xml")) {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(said));
        } else {
            STRICT.readTree(said);
        }
    }

    /** A genuine header of JSON or XML, and then whatever it is. */
    static byte[] signed(byte[] rest) {
        boolean xml = rest.length > 0 && rest[0] == '<';
        byte[] header = xml
                ? ("<ApiSyncRequest><ID>i</ID><Puzzle>p</Puzzle><Signature>" + signature() + "</Signature>")
                        .getBytes(StandardCharsets.UTF_8)
                : ("{" + Push.header("i", "p") + ",").getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(header);
        body.writeBytes(rest);
        return body.toByteArray();
    }

    private static String signature() {
        return PushSignature.of(Push.TOKEN).sign("i", "p");
    }
}
