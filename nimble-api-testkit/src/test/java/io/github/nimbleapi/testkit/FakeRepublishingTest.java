package io.github.nimbleapi.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.nimbleapi.NimbleClient;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.republish.RepublishStats;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeRepublishingTest {
    private static final RepublishRule RULE = RepublishRule.to(URI.create("rtmp://h/app/key"))
            .from("live", "one")
            .destinationPassword("s3cret")
            .build();
    private static final String WIRE = "{\"src_app\":\"live\",\"src_stream\":\"one\",\"dest_addr\":\"h\","
            + "\"dest_port\":1935,\"dest_app\":\"app\",\"dest_stream\":\"key\"}";

    private final FakeNimble fake = FakeNimble.start();
    private final NimbleClient nimble = fake.newClient();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aRuleThatATestAddsIsListed() {
        RepublishRule added = fake.republishing().addRule(RULE);

        assertThat(added).isEqualTo(RULE.toBuilder().id("1").build());
        assertThat(nimble.republishing().rules()).containsExactly(added);
        nimble.republishing().delete("1");
        assertThat(fake.republishing().rules()).isEmpty();
    }

    @Test
    void aRuleThatIsCreatedIsKept() {
        nimble.republishing().create(RULE);

        assertThat(fake.republishing().rules())
                .containsExactly(RULE.toBuilder().id("1").build());
        assertThat(fake.republishing()).hasToString("FakeRepublishing[1 rules]");
    }

    @Test
    void aRecordedCallDoesNotShowTheRuleItCarried() {
        nimble.republishing().create(RULE);

        assertThat(fake.calls().get(0)).hasToString("POST /manage/rtmp/republish ***");
        assertThat(fake.calls().get(0).bodyText()).contains(RULE.destinationStream());
    }

    @Test
    void aRuleIsConnectedWhileItsSourceIsLive() {
        fake.republishing().addRule(RULE);
        fake.addStream("live", "two");
        fake.addStream("vod", "one");
        assertThat(states()).containsExactly("disconnected");
        fake.addStream("live", "one");
        assertThat(states()).containsExactly("connected");
        fake.endStream("live", "one");
        assertThat(states()).containsExactly("disconnected");
    }

    @Test
    void aRuleIsAsOldAsTheClockSays() {
        ManualClock clock = new ManualClock();
        try (FakeNimble other = FakeNimble.builder().clock(clock).start()) {
            other.addStream("live", "one");
            other.republishing().addRule(RULE);
            clock.advance(Duration.ofMinutes(2));

            assertThat(other.newClient().republishing().stats())
                    .extracting(RepublishStats::sessionDuration)
                    .containsExactly(Duration.ofMinutes(2));
        }
    }

    @Test
    void aRuleOfAWholeApplicationCarriesAllItsStreams() {
        fake.republishing()
                .addRule(RULE.toBuilder().fromWholeApplication("live").build());
        fake.addStream("live", "one", s -> s.bandwidth(1000));
        fake.addStream("live", "two", s -> s.bandwidth(500));
        fake.addStream("vod", "one");

        assertThat(nimble.republishing().stats())
                .extracting(RepublishStats::bandwidth)
                .containsExactly(1500L);
    }

    private List<String> states() {
        return nimble.republishing().stats().stream()
                .map(RepublishStats::state)
                .collect(java.util.stream.Collectors.toList());
    }

    @Test
    void aRestartTakesTheRulesWithIt() {
        fake.republishing().addRule(RULE);
        fake.republishing().clear();

        assertThat(nimble.republishing().rules()).isEmpty();
    }

    @Test
    void theLeastThatARuleNeeds() {
        assertThat(post(WIRE.replace("\"dest_port\":1935,", ""))).contains("\"Ok\"");
        assertThat(post(WIRE.replace("\"src_stream\":\"one\",", ""))).contains("\"Ok\"");

        assertThat(fake.republishing().rules())
                .extracting(RepublishRule::destinationPort)
                .containsExactly(1935, 1935);
        assertThat(fake.republishing().rules())
                .extracting(RepublishRule::isWholeApplication)
                .containsExactly(false, true);
    }

    @Test
    void theStreamsOfAWholeApplicationMayKeepTheirNames() {
        RepublishRule rule = RepublishRule.builder()
                .fromWholeApplication("live")
                .destinationAddress("h")
                .destinationApp("app")
                .build();

        assertThat(nimble.republishing().sync(List.of(rule)).created()).hasSize(1);
        assertThat(nimble.republishing().sync(List.of(rule)).kept()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"live\" -> 7",
                "\"live\" -> \"\"",
                "\"one\" -> \" \"",
                "\"one\" -> null",
                "\"h\" -> \"rtmp://h\"",
                "\"h\" -> null",
                "1935 -> \"1935\"",
                "1935 -> 0",
                "1935 -> 65536",
                "1935 -> 1.5",
                "\"app\" -> \"\"",
                "\"key\" -> \"\"",
                "\"dest_stream\" -> \"dest_strm\"",
                "\"key\" -> \"key\",\"ssl\":\"true\"",
                "\"key\" -> \"key\",\"dest_password\":7",
                "} -> "
            })
    void whatIsNoRuleIsRefused(String change) {
        String[] parts = change.split(" -> ", -1);

        assertThat(post(WIRE.replace(parts[0], parts[1]))).isEqualTo("{\"status\":\"Error\"}");
        assertThat(fake.republishing().rules()).isEmpty();
    }

    private String post(String body) {
        return nimble.raw().post("/manage/rtmp/republish", body).bodyText();
    }
}
