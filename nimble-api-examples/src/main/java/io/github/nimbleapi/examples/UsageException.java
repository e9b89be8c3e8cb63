package io.github.nimbleapi.examples;

/** The program was started in a way it does not understand. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String text;

    UsageException(String text) {
        super(text);
        this.text = text;
    }

    String text() {
        return text;
    }
}
