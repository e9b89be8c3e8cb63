package io.github.nimbleapi.control.handler;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Is told of every POST that got no good answer: for logs and alarms. It should be quick, and must be thread-safe. What it
 * throws is logged and changes nothing.
 */
@FunctionalInterface
public interface HandlerListener {
    /**
     * Something went wrong.
     *
     * @param failure the whole story
     */
    void onFailure(HandlerFailure failure);

    /**
     * What handlers have unless a builder says otherwise: logs to the {@link System.Logger} {@code io.github.nimbleapi},
     * failures of your code as errors, the rest as warnings.
     *
     * @return the listener
     */
    static HandlerListener logging() {
        return failure -> System.getLogger("io.github.nimbleapi")
                .log(
                        failure.kind() == HandlerFailure.Kind.FAILED ? ERROR : WARNING,
                        failure.toString(),
                        failure.cause().orElse(null));
    }
}
