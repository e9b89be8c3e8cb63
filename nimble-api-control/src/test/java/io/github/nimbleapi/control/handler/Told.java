package io.github.nimbleapi.control.handler;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A listener that remembers. */
final class Told implements HandlerListener {
    final List<HandlerFailure> failures = new CopyOnWriteArrayList<>();

    @Override
    public void onFailure(HandlerFailure failure) {
        failures.add(failure);
    }

    HandlerFailure only() {
        if (failures.size() != 1) {
            throw new AssertionError("told " + failures);
        }
        return failures.get(0);
    }
}
