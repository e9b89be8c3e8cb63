package io.github.nimbleapi.internal.dvr;

import java.time.Instant;
import java.util.Objects;

/** Moments that can be asked for: a server that can't read one might take all of the archive instead. */
public final class Moments {
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    private Moments() {}

    public static Instant require(Instant moment, String name) {
        Objects.requireNonNull(moment, name);
        if (moment.isBefore(Instant.EPOCH) || moment.isAfter(LAST)) {
            throw new IllegalArgumentException(name + " is " + moment + ": give a moment from 1970 to 9999");
        }
        return moment;
    }
}
