package io.github.nimbleapi.control.watch;

import static java.lang.System.Logger.Level.ERROR;

import io.github.nimbleapi.error.NimbleException;
import java.util.List;
import java.util.function.Consumer;

/** Some listeners, none of which can disturb the others. */
final class Listeners {
    private static final System.Logger LOGGER = System.getLogger("io.github.nimbleapi");

    private final List<SessionListener> all;

    Listeners(List<SessionListener> all) {
        this.all = List.copyOf(all);
    }

    void tell(List<SessionEvent> events) {
        events.forEach(event -> each(listener -> listener.onEvent(event)));
    }

    void tell(NimbleException failure) {
        each(listener -> listener.onFailure(failure));
    }

    private void each(Consumer<SessionListener> told) {
        for (SessionListener listener : all) {
            try {
                told.accept(listener);
            } catch (Throwable e) {
                LOGGER.log(ERROR, "a SessionListener failed", e);
            }
        }
    }
}
