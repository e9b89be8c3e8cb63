package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.dvr.DvrExport;
import io.github.nimbleapi.signing.SignedUrl;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExportUrlTest {
    private static final DvrExport EXPORT = DvrExport.mp4("a b", "a/b\u00e4")
            .between(Instant.ofEpochSecond(1654499440), Instant.ofEpochSecond(1654503040));
    private static final String PATH = "/manage/dvr/export_mp4/a%20b/a%2Fb%C3%A4";
    private static final String QUERY = "?start=1654499440&end=1654503040";

    @Test
    void withoutATokenItIsNotSigned() {
        try (NimbleClient client = NimbleClient.create("http://edge-1:8082")) {
            SignedUrl url = client.dvr().exportUrl(EXPORT);

            assertThat(url.uri()).hasToString("http://edge-1:8082" + PATH + QUERY);
            assertThat(url).isEqualTo(client.dvr().exportUrl(EXPORT)).hasToString("http://edge-1:8082" + PATH + QUERY);
            assertThat(client.dvr().exportUrl(DvrExport.subtitles("live", "one").track(1)))
                    .hasToString("http://edge-1:8082/manage/dvr/export_srt/live/one?track=1");
        }
    }

    @Test
    void withATokenItIsSignedAndSaysSoToNobody() throws Exception {
        try (NimbleClient client = NimbleClient.builder("https://proxy/edge/1/")
                .managementToken("s3cret")
                .build()) {
            SignedUrl url = client.dvr().exportUrl(EXPORT);
            String bare = "https://proxy/edge/1" + PATH + QUERY;

            Matcher signed = Pattern.compile(Pattern.quote(bare) + "&salt=([0-9]+)&hash=([A-Za-z0-9]{22}==)")
                    .matcher(url.uri().toString());
            assertThat(signed.matches()).as(url.uri().toString()).isTrue();
            byte[] material = (signed.group(1) + "/s3cret").getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("MD5").digest(material);
            assertThat(signed.group(2)).isEqualTo(Base64.getEncoder().encodeToString(digest));
            assertThat(url).hasToString(bare + "&salt=***&hash=***");
        }
    }

    @Test
    void aViewOfTheClientSignsToo() {
        try (NimbleClient client = NimbleClient.builder("http://edge-1:8082")
                .managementToken("s3cret")
                .build()) {
            assertThat(client.withOptions(options -> {}).dvr().exportUrl(EXPORT).uri())
                    .asString()
                    .contains("&hash=");
        }
    }

    @Test
    void noExportUrlTellsTheSecret() {
        try (NimbleClient client = NimbleClient.builder("http://edge-1:8082")
                .managementToken(SecretHunt.TOKEN)
                .build()) {
            SignedUrl url = client.dvr().exportUrl(DvrExport.mp4("live", "one"));

            new SecretHunt(url.uri().toString())
                    .findsNothingIn(List.of(url.toString(), client.dvr().toString(), EXPORT.toString()));
        }
    }
}
