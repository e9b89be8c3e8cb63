package io.github.nimbleapi.control.watch;

import io.github.nimbleapi.error.NimbleException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what it is told. */
final class Recorder implements SessionListener {
    final List<SessionEvent> events = new CopyOnWriteArrayList<>();
    final List<NimbleException> failures = new CopyOnWriteArrayList<>();

    @Override
    public void onEvent(SessionEvent event) {
        events.add(event);
    }

    @Override
    public void onFailure(NimbleException failure) {
        failures.add(failure);
    }
}
