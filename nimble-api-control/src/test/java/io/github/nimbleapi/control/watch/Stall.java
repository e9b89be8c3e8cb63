package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.testkit.FakeNimble;
import io.github.nimbleapi.testkit.Fault;
import java.util.concurrent.CountDownLatch;

/** A call that is not answered. */
final class Stall {
    private Stall() {}

    /** Of the next call to come: whoever waits for the latch waits until it has. */
    static CountDownLatch next(FakeNimble fake) {
        CountDownLatch asked = new CountDownLatch(1);
        fake.failNext(
                call -> {
                    asked.countDown();
                    return true;
                },
                Fault.stall());
        return asked;
    }
}
