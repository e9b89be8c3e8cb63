package io.github.nimbleapi.examples;

/** The program was started in a way it does not understand. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
