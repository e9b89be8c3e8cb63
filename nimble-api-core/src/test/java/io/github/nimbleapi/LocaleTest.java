package io.github.nimbleapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LocaleTest {
    @Test
    void theWholeSuiteRunsWhereCaseMappingsAndClocksBreakFirst() {
        assertThat(Locale.getDefault()).isEqualTo(new Locale("tr", "TR"));
        assertThat(ZoneId.systemDefault()).isEqualTo(ZoneId.of("Australia/Sydney"));
    }
}
