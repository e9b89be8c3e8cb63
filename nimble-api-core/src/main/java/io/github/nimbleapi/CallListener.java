package io.github.nimbleapi;

/**
 * Is told of every attempt to call Nimble: for metrics and logs. It is called in a thread that the call itself runs in,
 * or in the one that cancels it, so it should be quick. What it throws is logged and changes nothing. Must be
 * thread-safe.
 */
@FunctionalInterface
public interface CallListener {
    /**
     * An attempt has ended. A call that is repeated has several.
     *
     * @param attempt what was tried and how it ended
     */
    void onAttempt(CallAttempt attempt);
}
