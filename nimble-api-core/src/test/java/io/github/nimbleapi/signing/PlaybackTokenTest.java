package io.github.nimbleapi.signing;

import static io.github.nimbleapi.signing.PlaybackRefusal.EXPIRED;
import static io.github.nimbleapi.signing.PlaybackRefusal.OTHER_IP;
import static io.github.nimbleapi.signing.PlaybackRefusal.OTHER_STREAM;
import static io.github.nimbleapi.signing.PlaybackRefusal.UNREADABLE;
import static io.github.nimbleapi.signing.PlaybackRefusal.WRONG_KEY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlaybackTokenTest {
    private static final Instant NOW = Instant.parse("2026-05-20T00:05:09Z");

    private static PlaybackUrlSigner.Builder keyed(String key, Instant now) {
        return PlaybackUrlSigner.builder(key).clock(Clock.fixed(now, ZoneOffset.UTC));
    }

    private static PlaybackUrlSigner.Builder keyed() {
        return keyed("key", NOW);
    }

    private static String base64(String inner) {
        return Base64.getEncoder().encodeToString(inner.getBytes(StandardCharsets.UTF_8));
    }

    /** Made by other programs, see the file. */
    @Test
    void readsWhatOthersWrote() {
        for (JsonNode v : Vectors.of("playback")) {
            PlaybackToken token = PlaybackToken.decode(v.get("token").asText());
            Instant begin = Instant.ofEpochSecond(v.get("epoch_seconds").asLong());

            assertThat(token.begins()).contains(begin);
            assertThat(token.expires())
                    .contains(
                            begin.plus(Duration.ofMinutes(v.get("valid_minutes").asLong())));
            assertThat(token.viewerId().orElse("null"))
                    .isEqualTo(v.get("viewer_id").asText());
            assertThat(token.isBoundToIp()).isEqualTo(!v.get("client_ip").isNull());
            assertThat(token.signedLength())
                    .isEqualTo(v.get("signed_stream")
                            .asText("")
                            .replace("null", "")
                            .length());
            String played = v.get("signed_stream").asText() + "/playlist.m3u8";
            assertThat(token.explain(
                            PlaybackUrlSignerTest.of(v), v.get("client_ip").asText(), played))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "server_time=05/20/2026 01:05:09 PM&hash_value=x&validminutes=20",
                "is_free=1&validminutes=20&hash_value=x&server_time=5/20/2026 1:5:9 PM&strm_len=0",
            })
    void readsOtherSpellings(String inner) {
        PlaybackToken token = PlaybackToken.decode(base64(inner));

        assertThat(token.begins()).contains(Instant.parse("2026-05-20T13:05:09Z"));
        assertThat(token.expires()).contains(Instant.parse("2026-05-20T13:25:09Z"));
        assertThat(token.signedLength()).isZero();
    }

    @Test
    void theLongestLinkHasAnEnd() {
        PlaybackToken token =
                PlaybackToken.decode(base64("server_time=12/31/9999 11:59:59 PM&hash_value=x&validminutes=999999999"));

        assertThat(token.expires())
                .contains(Instant.parse("9999-12-31T23:59:59Z").plusSeconds(59_999_999_940L));
        assertThat(token.toString()).contains("+11901-");
    }

    @Test
    void midnightAndNoon() {
        assertThat(ServerTime.write(Instant.parse("2026-05-20T00:00:00Z"))).isEqualTo("5/20/2026 12:00:00 AM");
        assertThat(ServerTime.write(Instant.parse("2026-05-20T12:00:00Z"))).isEqualTo("5/20/2026 12:00:00 PM");
        assertThat(ServerTime.read("5/20/2026 12:00:00 AM")).contains(Instant.parse("2026-05-20T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://h/live/one/playlist.m3u8?a=b",
                "rtmp://h/live/one",
                "rtsp://h/live/one",
                "wss://h/live/one"
            })
    void isFoundInALink(URI url) {
        // The second has slashes in its Base64, where an RTMP address has some too.
        for (String viewer : List.of("ann", "??????", ">>>>>")) {
            URI link = keyed().viewerId(viewer).build().sign(url);

            assertThat(PlaybackToken.of(link).viewerId()).contains(viewer);
            assertThat(PlaybackToken.of(link).begins()).contains(NOW);
        }
    }

    @Test
    void aTokenMayBePercentEncoded() {
        String token = keyed().viewerId("?>?>?>~").build().token();

        assertThat(PlaybackToken.decode(
                                token.replace("+", "%2B").replace("/", "%2f").replace("=", "%3D"))
                        .viewerId())
                .contains("?>?>?>~");
    }

    @Test
    void letsIn() {
        PlaybackUrlSigner anywhere = keyed().viewerId("ann").build();
        PlaybackUrlSigner bound = keyed().viewerId("ann")
                .clientIp("1.2.3.4")
                .signedStream("live/on")
                .build();

        assertThat(explain(anywhere.token(), anywhere, "9.9.9.9", "/x/y")).isEmpty();
        assertThat(explain(bound.token(), bound, "1.2.3.4", "/live/one/playlist.m3u8"))
                .isEmpty();
        assertThat(explain(bound.token(), bound, "1.2.3.4", "live/on")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"&checkip=true, true", "&checkip=false, false", "&checkip=0, false", "&checkip=, false", "'', false"})
    void aViewersTokenIsBoundToAnAddressOnlyIfItSaysSo(String checkip, boolean bound) {
        assertThat(PlaybackToken.decode(base64("id=ann" + checkip)).isBoundToIp())
                .isEqualTo(bound);
        assertThat(PlaybackToken.decode(base64("x=y" + checkip)).isBoundToIp()).isTrue();
    }

    private static List<PlaybackRefusal> explain(String token, PlaybackUrlSigner signer, String ip, String played) {
        return PlaybackToken.decode(token).explain(signer, ip, played);
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.3.5, live/one, OTHER_IP",
        "1.2.3.4, live/two, OTHER_STREAM",
        "1.2.3.4, liv, OTHER_STREAM",
        "1.2.3.4, LIVE/one, OTHER_STREAM"
    })
    void tellsWhatDiffers(String ip, String played, PlaybackRefusal reason) {
        PlaybackUrlSigner signer =
                keyed().clientIp("1.2.3.4").signedStream("live/one").build();

        assertThat(explain(signer.token(), signer, ip, played)).containsExactly(reason);
    }

    @Test
    void tellsAllAtOnce() {
        PlaybackUrlSigner.Builder facts = keyed().clientIp("1.2.3.4").signedStream("live/one");
        String token = facts.build().token();
        PlaybackUrlSigner later =
                facts.clock(Clock.fixed(NOW.plusSeconds(1201), ZoneOffset.UTC)).build();

        assertThat(explain(token, later, "1.2.3.5", "live/two")).containsExactly(EXPIRED, OTHER_IP, OTHER_STREAM);
    }

    @ParameterizedTest
    @CsvSource({"-1, NOT_YET_VALID", "0,", "1200,", "1201, EXPIRED"})
    void tellsTheTime(long seconds, PlaybackRefusal reason) {
        String token = keyed().viewerId("ann").build().token();
        PlaybackUrlSigner then =
                keyed("key", NOW.plusSeconds(seconds)).viewerId("ann").build();

        assertThat(explain(token, then, "", "live/one")).isEqualTo(reason == null ? List.of() : List.of(reason));
    }

    @Test
    void aWrongKeyIsTold() {
        PlaybackUrlSigner theirs = keyed("other", NOW)
                .viewerId("ann")
                .clientIp("1.2.3.4")
                .signedStream("live/one")
                .build();
        PlaybackUrlSigner ours = keyed().viewerId("ann")
                .clientIp("1.2.3.4")
                .signedStream("live/one")
                .build();

        assertThat(explain(theirs.token(), ours, "1.2.3.4", "live/one")).containsExactly(WRONG_KEY);
    }

    @Test
    void whereItCannotBeToldEachReasonIsGiven() {
        String token =
                keyed().clientIp("1.2.3.4").signedStream("live/one").build().token();
        PlaybackUrlSigner keyAlone = keyed().viewerId("ann").build();

        assertThat(explain(token, keyAlone, "1.2.3.5", "live/one")).containsExactly(WRONG_KEY, OTHER_IP, OTHER_STREAM);
        assertThat(explain(token, keyAlone, "1.2.3.4", "live/one")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "server_time=5/20/2026 1:05:09 PM&validminutes=20",
                "server_time=5/20/2026 1:05:09 PM&hash_value=x",
                "hash_value=x&validminutes=20",
                "server_time=20.05.2026 13:05&hash_value=x&validminutes=20",
                "server_time=12/31/999999999 11:59:59 PM&hash_value=x&validminutes=999999999",
                "server_time=12/31/+999999999 11:59:59 PM&hash_value=x&validminutes=999999999",
                "server_time=5/20/2026 1:05:09 PM&hash_value=x&validminutes=-20"
            })
    void aTokenThatLacksSomethingIsUnreadable(String inner) {
        PlaybackUrlSigner signer = keyed().viewerId("ann").build();

        assertThat(explain(base64(inner), signer, "", "live/one")).containsExactly(UNREADABLE);
    }

    @Test
    void whatIsNoBase64IsRefusedAndNotShown() {
        for (String token : List.of("s3cret!", "%zz-s3cret", "%")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> PlaybackToken.decode(token))
                    .withMessageContaining("wmsAuthSign")
                    .withMessageNotContaining("s3cret");
        }
    }

    @Test
    void aLinkWithoutTokenIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlaybackToken.of(URI.create("http://h/live/one?s3cret=1")))
                .withMessageContaining("wmsAuthSign")
                .withMessageNotContaining("s3cret");
    }

    @Test
    @SuppressWarnings("NullAway")
    void whatIsMissingIsRefusedByName() {
        PlaybackUrlSigner signer = keyed().viewerId("ann").build();
        PlaybackToken unreadable = PlaybackToken.decode("");

        assertThatNullPointerException()
                .isThrownBy(() -> unreadable.explain(null, "1.2.3.4", "live/one"))
                .withMessage("signer");
        assertThatNullPointerException()
                .isThrownBy(() -> unreadable.explain(signer, null, "live/one"))
                .withMessage("clientIp");
        assertThatNullPointerException()
                .isThrownBy(() -> unreadable.explain(signer, "1.2.3.4", null))
                .withMessage("played");
    }

    @Test
    void tokensThatSayTheSameAreEqual() {
        PlaybackToken token = PlaybackToken.decode(base64("server_time=1&id=ann"));

        assertThat(token)
                .isEqualTo(PlaybackToken.decode(base64("id=ann&server_time=1")))
                .hasSameHashCodeAs(PlaybackToken.decode(base64("id=ann&server_time=1")))
                .isNotEqualTo(PlaybackToken.decode(base64("server_time=1&id=bob")))
                .isNotEqualTo("token");
    }

    @Test
    void theHashIsNotShown() {
        PlaybackUrlSigner signer = keyed().viewerId("ann").build();
        String hash = new String(Base64.getDecoder().decode(signer.token()), StandardCharsets.UTF_8)
                .replaceAll(".*hash_value=([^&]*).*", "$1");

        assertThat(PlaybackToken.decode(signer.token()).toString())
                .contains("ann")
                .doesNotContain(hash);
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonIsASentence(PlaybackRefusal reason) {
        assertThat(reason.explanation()).startsWith("the ").contains(":");
    }
}
