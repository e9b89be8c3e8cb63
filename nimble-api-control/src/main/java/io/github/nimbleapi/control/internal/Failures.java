package io.github.nimbleapi.control.internal;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/** What futures fail with. */
public final class Failures {
    private Failures() {}

    /** What went wrong, without the wrappers that futures put around it. */
    public static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        boolean wraps = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wraps && cause != null ? unwrapped(cause) : failure;
    }
}
