package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FakeWmsAuthTest {
    /** What the links below are signed for, and with. */
    private static final Instant BEGIN = Instant.parse("2026-05-20T13:05:09Z");

    private static final String KEY = "defaultpassword";
    private static final String TIME = "server_time=5/20/2026 1:05:09 PM";

    private final ManualClock clock = new ManualClock();
    private final FakeWmsAuth auth = new FakeWmsAuth(clock);

    /** A signature of another program. */
    private final class Vector {
        private final Json json;
        private final String app;
        private final String stream;
        private final String ip;

        Vector(Json json) {
            this.json = json;
            String signed = json.text("signed_stream");
            String name = signed.isEmpty() ? "live/any" : signed.endsWith("/") ? signed + "any" : signed;
            this.app = name.substring(0, name.indexOf('/'));
            this.stream = name.substring(name.indexOf('/') + 1);
            this.ip = json.text("client_ip").isEmpty() ? "198.51.100.1" : json.text("client_ip");
            auth.key(json.text("key"));
            clock.set(begin());
        }

        Instant begin() {
            return Instant.ofEpochSecond(json.number("epoch_seconds"));
        }

        Instant end() {
            return begin().plus(Duration.ofMinutes(json.number("valid_minutes")));
        }

        Optional<String> admitted() {
            return admitted(app, stream, ip, json.text("token"));
        }

        Optional<String> admitted(String app, String stream, String ip, String token) {
            return auth.admit(app, stream, ip, token);
        }
    }

    @Test
    void signaturesOfOthersAreGood() {
        List<Json> vectors = Vectors.of("playback");
        assertThat(vectors)
                .hasSize(12)
                .allSatisfy(json -> assertThat(new Vector(json).admitted()).contains(json.text("viewer_id")));
    }

    @Test
    void signaturesOfOthersAreForOneAddressUnlessTheySayOtherwise() {
        for (Json json : Vectors.of("playback")) {
            Vector vector = new Vector(json);
            assertThat(vector.admitted(vector.app, vector.stream, "203.0.113.8", json.text("token"))
                            .isPresent())
                    .isEqualTo(json.text("client_ip").isEmpty());
        }
    }

    @Test
    void signaturesOfOthersNeedTheirKey() {
        for (Json json : Vectors.of("playback")) {
            Vector vector = new Vector(json);
            auth.key(json.text("key") + " ");
            assertThat(vector.admitted()).isEmpty();
        }
    }

    @Test
    void signaturesOfOthersHaveTheirTime() {
        auth.tolerance(Duration.ZERO);
        for (Json json : Vectors.of("playback")) {
            Vector vector = new Vector(json);
            assertThat(vector.admitted()).isPresent();
            clock.set(vector.begin().minusNanos(1));
            assertThat(vector.admitted()).isEmpty();
            clock.set(vector.end());
            assertThat(vector.admitted()).isPresent();
            clock.set(vector.end().plusNanos(1));
            assertThat(vector.admitted()).isEmpty();
        }
    }

    @Test
    void signaturesOfOthersAreForOneStreamWhereTheySaySo() {
        for (Json json : Vectors.of("playback")) {
            Vector vector = new Vector(json);
            boolean expected = json.text("signed_stream").isEmpty();
            assertThat(vector.admitted("x" + vector.app, vector.stream, vector.ip, json.text("token"))
                            .isPresent())
                    .isEqualTo(expected);
            assertThat(vector.admitted("li", "v", vector.ip, json.text("token")).isPresent())
                    .isEqualTo(expected);
            assertThat(vector.admitted(vector.app, vector.stream + "2", vector.ip, json.text("token")))
                    .as("a prefix is enough")
                    .isPresent();
        }
    }

    @Test
    void noMemberOfASignatureCanBeChanged() {
        for (Json json : Vectors.of("playback")) {
            Vector vector = new Vector(json);
            String inner = json.text("inner");
            assertThat(Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(json.text("token"));
            for (String change : List.of(
                    "&id=u->&id=v-",
                    "&id=->&id=x",
                    "validminutes=->validminutes=9",
                    "hash_value=->hash_value=A",
                    "&checkip=true->",
                    "strm_len=->strm_len=1",
                    "&strm_len=11->",
                    ":->:0")) {
                String[] fromTo = change.split("->", -1);
                String changed = inner.replaceFirst(fromTo[0], fromTo[1]);
                if (!changed.equals(inner)) {
                    assertThat(vector.admitted(vector.app, vector.stream, vector.ip, base64(changed)))
                            .as(change)
                            .isEmpty();
                }
            }
        }
    }

    @Test
    void theOrderIsFreeAndUnknownMembersDoNotMatter() {
        auth.key(KEY);
        String ip = "hash_value=QPZjy+uSmczhvS42NKXYjg==";
        assertThat(admit(TIME + "&" + ip + "&validminutes=20")).contains("");
        assertThat(admit("is_free=1&validminutes=20&" + ip + "&client_ip=9&strm_len=0&" + TIME))
                .contains("");
        assertThat(admit(TIME + "&hash_value=3E+Q29xsv7QPsOgIcPHK3A==&validminutes=20&strm_len=11"))
                .contains("");
        assertThat(admit(TIME + "&hash_value=XHmhCGwtOIpVqQizBch5/Q==&validminutes=20&id=ID_1"))
                .contains("ID_1");
        assertThat(admit("checkip=true&id=ID_1&" + TIME + "&hash_value=F9ZTbyPFDLGqOnRPXRXeDg==&validminutes=20"))
                .contains("ID_1");
        assertThat(admit(
                        TIME + "&hash_value=FI9emBZnNBRIYcCZpM4jqA==&validminutes=20&id=ID_1&checkip=true&strm_len=11"))
                .contains("ID_1");
    }

    @Test
    void paddedDatesAreRead() {
        auth.key(KEY);
        // md5 of 127.0.0.1 + key + time + 20, made with openssl.
        assertThat(admit("server_time=05/20/2026 01:05:09 PM&hash_value=xdm00/3HEoBkxtUbMNDU5g==&validminutes=20"))
                .contains("");
        assertThat(admit("server_time=5/20/2026 1:5:9 PM&hash_value=sT7r63oBTALB5Nqe2sNtsw==&validminutes=20"))
                .contains("");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        auth.key(KEY);
        assertThat(admit("server_time=5/20/2026 13:05:09&hash_value=ikYSnm0JCadgD04t1DbLFg==&validminutes=20"))
                .isEmpty();
        clock.set(Instant.parse("2026-02-28T01:05:09Z"));
        assertThat(admit("server_time=2/30/2026 1:05:09 AM&hash_value=XHF1JoMJaf2D+ykiLubgVQ==&validminutes=20"))
                .isEmpty();
    }

    @Test
    void clocksMayDiffer() {
        auth.key(KEY);
        String link = TIME + "&hash_value=QPZjy+uSmczhvS42NKXYjg==&validminutes=20";
        clock.set(BEGIN.minusSeconds(90));
        assertThat(admit(link)).isPresent();
        clock.set(BEGIN.minusSeconds(91));
        assertThat(admit(link)).isEmpty();
        clock.set(BEGIN.plusSeconds(20 * 60 + 90));
        assertThat(admit(link)).isPresent();
        clock.set(BEGIN.plusSeconds(20 * 60 + 91));
        assertThat(admit(link)).isEmpty();
        auth.tolerance(Duration.ofSeconds(Long.MAX_VALUE));
        assertThat(admit(link)).isPresent();
    }

    @Test
    void whatIsNoSignatureIsRefused() {
        auth.key(KEY);
        for (String token : List.of("", "%", "====", base64(""), base64("id"), base64("=&="), base64(TIME))) {
            assertThat(auth.admit("live", "stream", "127.0.0.1", token)).isEmpty();
        }
        for (String minutes : List.of("", "-20", "20.0", "1234567890")) {
            assertThat(admit(TIME + "&hash_value=QPZjy+uSmczhvS42NKXYjg==&validminutes=" + minutes))
                    .isEmpty();
        }
    }

    @Test
    void applicationsHaveKeysOfTheirOwn() {
        String link = base64(TIME + "&hash_value=XHmhCGwtOIpVqQizBch5/Q==&validminutes=20&id=ID_1");
        assertThat(auth.admit("live", "stream", "127.0.0.1", link))
                .as("without a key no viewer is believed")
                .contains("");
        auth.key("live", KEY);
        assertThat(auth.admit("live", "stream", "127.0.0.1", link)).contains("ID_1");
        assertThat(auth.admit("live", "stream", "127.0.0.1", "")).isEmpty();
        assertThat(auth.admit("vod", "stream", "127.0.0.1", "")).contains("");
        auth.key("s3cret-other");
        assertThat(auth.admit("live", "stream", "127.0.0.1", link)).contains("ID_1");
        assertThat(auth.admit("vod", "stream", "127.0.0.1", link)).isEmpty();
    }

    @Test
    void wrongUseIsNamed() {
        assertThatIllegalArgumentException().isThrownBy(() -> auth.key(" ")).withMessageContaining("key is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auth.key("live", ""))
                .withMessageContaining("key is blank");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> auth.tolerance(Duration.ofSeconds(-1)))
                .withMessageContaining("tolerance is PT-1S");
    }

    private Optional<String> admit(String inner) {
        return auth.admit("live", "stream", "127.0.0.1", base64(inner));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
