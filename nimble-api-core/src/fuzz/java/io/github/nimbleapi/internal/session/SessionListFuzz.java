package io.github.nimbleapi.internal.session;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;

/** Whatever comes, in whatever pieces, the fast decoder and Jackson make the same of it. CONTRIBUTING.md has the command. */
class SessionListFuzz {
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    @FuzzTest(maxDuration = "12m")
    void list(byte[] input) {
        if (input.length > 0) {
            BothDecoders.agree(Arrays.copyOfRange(input, 1, input.length), 1 + (input[0] & 0xff));
        }
    }
}
