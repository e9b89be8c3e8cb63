package io.github.nimbleapi.republish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepublishRuleTest {
    private static RepublishRule.Builder builder() {
        return RepublishRule.builder();
    }

    @Test
    void aRuleIsOfOneStream() {
        RepublishRule rule = builder().from("live", "one").build();

        assertThat(rule.sourceApp()).isEqualTo("live");
        assertThat(rule.sourceStream()).isEqualTo("one");
        assertThat(rule.isWholeApplication()).isFalse();
    }

    @Test
    void orOfAWholeApplication() {
        RepublishRule rule =
                builder().from("vod", "one").fromWholeApplication("live").build();

        assertThat(rule.sourceApp()).isEqualTo("live");
        assertThat(rule.sourceStream()).isEmpty();
        assertThat(rule.isWholeApplication()).isTrue();
        assertThat(builder().build().isWholeApplication()).isFalse();
    }

    @Test
    void theSourceCountsForEquality() {
        assertThat(builder().from("live", "one").build())
                .isEqualTo(builder().from("live", "one").build())
                .hasSameHashCodeAs(builder().from("live", "one").build())
                .isNotEqualTo(builder().from("live", "two").build())
                .isNotEqualTo(builder().from("vod", "one").build())
                .isNotEqualTo(builder().fromWholeApplication("live").build());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void aBlankNameMakesNoRuleOfAWholeApplication(String blank) {
        assertThatThrownBy(() -> builder().from("live", blank))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("stream ")
                .hasMessageContaining("fromWholeApplication");
        assertThatThrownBy(() -> builder().fromWholeApplication(blank))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("app ");
    }

    @Test
    @SuppressWarnings("NullAway")
    void nothingOfTheSourceIsNull() {
        assertThatThrownBy(() -> builder().from(null, "one")).hasMessage("app");
        assertThatThrownBy(() -> builder().from("live", null)).hasMessage("stream");
        assertThatThrownBy(() -> builder().fromWholeApplication(null)).hasMessage("app");
    }

    @Test
    void thePortIsTheUsualOneUntilItIsSet() {
        assertThat(builder().build().destinationPort()).isEqualTo(1935);
        assertThat(builder().ssl(true).build().destinationPort()).isEqualTo(443);
        assertThat(builder().build().toBuilder().ssl(true).build().destinationPort())
                .isEqualTo(1935);
        assertThat(builder().destinationPort(1935).ssl(true).build().destinationPort())
                .isEqualTo(1935);
        assertThat(builder().destinationPort(1935).build())
                .isEqualTo(builder().build())
                .hasSameHashCodeAs(builder().build());
        assertThat(builder().destinationPort(0).build().destinationPort()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65_536})
    void aPortThatIsNoneIsRefused(int port) {
        assertThatThrownBy(() -> builder().destinationPort(port))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("destinationPort is " + port + ": give 1 to 65535");
    }

    @Test
    void itsTextShowsNoSecret() {
        RepublishRule rule = RepublishRule.to(URI.create("rtmp://h:1936/app?sign=s3cret/s3cret?a=s3cret"))
                .from("live", "one")
                .id("17")
                .destinationAppParams("s3cret")
                .destinationStreamParams("s3cret")
                .destinationLogin("s3cret")
                .destinationPassword("s3cret")
                .build();

        assertThat(rule).hasToString("RepublishRule[17, live/one to rtmp://h:1936/app?***]");
        assertThat(RepublishRule.to(URI.create("rtmps://h/in/s3cret"))
                        .fromWholeApplication("live")
                        .build())
                .hasToString("RepublishRule[live/* to rtmps://h:443/in]");
        String url = "rtmp://u:s3cret@h/app/s3cret";
        assertThat(rule.toBuilder().destinationAddress(url).build())
                .hasToString("RepublishRule[17, live/one to rtmp://***:1936/app?***]");
        assertThat(RepublishStats.builder().destinationAddress(url).build())
                .hasToString("RepublishStats[rule , / to ***, ]");
        assertThat(RepublishStats.builder()
                        .ruleId("17")
                        .sourceApp("live")
                        .sourceStream("one")
                        .destinationAddress("h")
                        .destinationApp("app?s3cret")
                        .destinationStream("s3cret")
                        .state("connected")
                        .build())
                .hasToString("RepublishStats[rule 17, live/one to h, connected]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"connected", "Connected", " CONNECTED "})
    void aStateIsReadInAnyCase(String state) {
        assertThat(RepublishStats.builder().state(state).build().isConnected()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "disconnected", "reconnecting", "not connected"})
    void otherStatesAreNotConnected(String state) {
        assertThat(RepublishStats.builder().state(state).build().isConnected()).isFalse();
    }
}
