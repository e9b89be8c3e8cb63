package io.github.nimbleapi.frameworks.spring;

import io.github.nimbleapi.CallAttempt;
import io.github.nimbleapi.CallListener;
import io.micrometer.core.instrument.MeterRegistry;

/** Times each attempt: {@code nimble.calls} with method and outcome. Give it to the builder's {@code listener}. */
record CallTimer(MeterRegistry meters) implements CallListener {
    @Override
    public void onAttempt(CallAttempt attempt) {
        String outcome = attempt.failure()
                .map(failure -> failure.getClass().getSimpleName())
                .orElse("ok");
        meters.timer("nimble.calls", "server", attempt.url(), "method", attempt.method(), "outcome", outcome)
                .record(attempt.elapsed());
    }
}
