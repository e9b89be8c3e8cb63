package io.github.nimbleapi.internal.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is plain is read here, and not left to Jackson: nobody would see that in the list, only in its speed. */
class PlainSessionTest {
    private static int read(String json) throws IOException {
        byte[] bytes = json.getBytes(UTF_8);
        Window window = new Window(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
        assertThat(window.more()).isTrue();
        return new PlainSession(new SharedTexts()).read(window);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":4}",
                "{\"id\":4,\"app\":\"live\",\"stream\":\"one\",\"type\":\"HLS\",\"created\":17,\"last_access\":18,"
                        + "\"client_ip\":\"::1\",\"user_agent\":\"a\\/b \u00e9\",\"bytes_recv\":0,\"bytes_sent\":9,\"ppv_id\":\"\"}",
                "{\"app\":\"live\",\"id\":4}",
                "{ \"app\" : \"live\" , \"id\" : 4 }",
                "{\"id\": 4, \"app\": \"live\", \"bytes_sent\": 7}",
                "{\n  \"id\":\t4,\r\n  \"app\":\n\"live\"\n}",
                "{\"id\":123456789012345678}"
            })
    void readsWhatIsPlainToItsEnd(String json) throws IOException {
        assertThat(read(json)).isEqualTo(json.length() + (json.contains("\u00e9") ? 1 : 0));
        assertThat(read(json + ",{\"id\":5}]")).isEqualTo(read(json));
    }

    @Test
    void whatIsCutOffAnywhereIsShort() throws IOException {
        String json = "{\"app\" : \"live\" , \"id\":4 }";
        for (int length = 1; length < json.length(); length++) {
            assertThat(read(json.substring(0, length))).as("%d bytes", length).isEqualTo(PlainSession.SHORT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"app\":\"live\"}",
                "{\"id\":\"4\"}",
                "{\"id\":4.5}",
                "{\"id\":-4}",
                "{\"new\":1,\"id\":4}",
                "{\"id\" 4}",
                "{\"id\":4 \"app\":\"x\"}",
                "{\"id\":4,}",
                "{\"id\":1234567890123456789}",
                "{\"id\":4,\"app\":null}"
            })
    void leavesTheRestToJackson(String json) throws IOException {
        assertThat(read(json + ",{\"id\":5}]")).isEqualTo(PlainSession.UNUSUAL);
    }
}
