package io.github.nimbleapi.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.nimbleapi.error.NimbleNotFoundException;
import io.github.nimbleapi.raw.RawReply;
import io.github.nimbleapi.republish.RepublishRule;
import io.github.nimbleapi.republish.RepublishStats;
import io.github.nimbleapi.republish.SyncResult;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** RTMP republishing. */
abstract class RepublishingContract extends Contract {
    private static final RepublishRule ONE = RepublishRule.to(URI.create("rtmps://h/app/s3cret-key?a=b"))
            .from("live", "one")
            .destinationPassword("s3cret")
            .destinationAppParams("c=d")
            .keepSourceStreamParams(true)
            .build();
    private static final RepublishRule ALL = RepublishRule.to(URI.create("rtmp://h:1936/in/all"))
            .fromWholeApplication("radio")
            .build();

    RepublishingContract(TestServer.Starter starter) {
        super(starter);
    }

    @Test
    void beginsWithoutRules() {
        assertThat(nimble.republishing().rules()).isEmpty();
        assertThat(nimble.republishing().stats()).isEmpty();
        assertThat(nimble.republishing().find("17")).isEmpty();
    }

    @Test
    void createsRules() {
        RepublishRule one = nimble.republishing().create(ONE);
        RepublishRule all = nimble.republishing().createAsync(ALL).join();

        assertThat(one).isEqualTo(ONE.toBuilder().id(one.id()).build());
        assertThat(all).isEqualTo(ALL.toBuilder().id(all.id()).build());
        assertThat(one.id()).isNotEmpty().isNotEqualTo(all.id());
        assertThat(nimble.republishing().rules())
                .extracting(RepublishingContract::withoutPassword)
                .containsExactly(withoutPassword(one), all);
        assertThat(nimble.republishing().rulesAsync().join().get(1)).isEqualTo(all);
    }

    /** Which a server need not list. */
    private static RepublishRule withoutPassword(RepublishRule rule) {
        return rule.toBuilder().destinationPassword("").build();
    }

    @Test
    void findsARule() {
        nimble.republishing().create(ONE);
        RepublishRule all = nimble.republishing().create(ALL);

        assertThat(nimble.republishing().find(all.id())).contains(all);
        assertThat(nimble.republishing().findAsync(all.id()).join()).contains(all);
        assertThat(nimble.republishing().findAsync("other").join()).isEmpty();
    }

    @Test
    void deletesARule() {
        RepublishRule one = nimble.republishing().create(ONE);
        RepublishRule all = nimble.republishing().create(ALL);

        nimble.republishing().delete(one.id());
        assertThat(nimble.republishing().rules()).extracting(RepublishRule::id).containsExactly(all.id());
        nimble.republishing().deleteAsync(all.id()).join();
        assertThat(nimble.republishing().rules()).isEmpty();
        assertThatThrownBy(() -> nimble.republishing().delete(all.id()))
                .isExactlyInstanceOf(NimbleNotFoundException.class);
    }

    @Test
    void tellsHowRulesDo() {
        RepublishRule one = nimble.republishing().create(ONE);
        RepublishRule all = nimble.republishing().create(ALL);
        server.addStream("radio", "jazz");

        List<RepublishStats> stats = nimble.republishing().stats();
        assertThat(stats).extracting(RepublishStats::ruleId).containsExactly(one.id(), all.id());
        assertThat(stats).extracting(RepublishStats::isConnected).containsExactly(false, true);
        assertThat(stats.get(0).bandwidth()).isZero();
        assertThat(nimble.republishing().statsAsync().join().get(1)).satisfies(connected -> {
            assertThat(connected.bandwidth()).isEqualTo(2_500_000);
            assertThat(connected.sourceApp()).isEqualTo("radio");
            assertThat(connected.sourceStream()).isEmpty();
            assertThat(connected.destinationAddress()).isEqualTo("h");
            assertThat(connected.destinationPort()).isEqualTo(1936);
            assertThat(connected.destinationApp()).isEqualTo("in");
            assertThat(connected.destinationStream()).isEqualTo("all");
        });
    }

    @Test
    void makesTheRulesWhatIsDesired() {
        RepublishRule other = ONE.toBuilder().destinationStream("other").build();
        SyncResult first = nimble.republishing().sync(List.of(ONE, ALL, ONE));
        assertThat(first.created()).hasSize(2);

        SyncResult second = nimble.republishing().syncAsync(List.of(ALL, other)).join();
        assertThat(second.created())
                .extracting(RepublishRule::destinationStream)
                .containsExactly("other");
        assertThat(second.kept()).containsExactly(first.created().get(1));
        assertThat(second.deleted())
                .extracting(RepublishRule::id)
                .containsExactly(first.created().get(0).id());

        SyncResult third = nimble.republishing().sync(List.of(other, ALL));
        assertThat(third.kept()).hasSize(2);
        assertThat(third.created()).isEmpty();
        assertThat(third.deleted()).isEmpty();
        assertThat(nimble.republishing().sync(List.of()).deleted()).hasSize(2);
        assertThat(nimble.republishing().rules()).isEmpty();
    }

    @Test
    void removesDuplicates() {
        RepublishRule first = nimble.republishing().create(ONE);
        nimble.republishing().create(ONE);

        assertThat(nimble.republishing().sync(List.of(ONE)).deleted()).hasSize(1);
        assertThat(nimble.republishing().rules()).extracting(RepublishRule::id).containsExactly(first.id());
    }

    @Test
    void losesItsRulesWhenTheConfigurationIsReloaded() {
        nimble.republishing().create(ONE);
        nimble.server().reloadConfig();

        assertThat(nimble.republishing().rules()).isEmpty();
        assertThat(nimble.republishing().sync(List.of(ONE)).created()).hasSize(1);
    }

    @Test
    void refusesWhatIsNoRule() {
        RawReply reply = nimble.raw().post("/manage/rtmp/republish", "{\"src_stream\":\"one\"}");

        assertThat(reply.bodyText()).contains("Error");
        assertThat(nimble.republishing().rules()).isEmpty();
    }
}
