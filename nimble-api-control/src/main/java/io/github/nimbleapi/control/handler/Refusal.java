package io.github.nimbleapi.control.handler;

/** A POST that user code is not asked about. Its message holds nothing of the body. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    final HandlerFailure.Kind kind;

    private Refusal(HandlerFailure.Kind kind, String text) {
        super(text);
        this.kind = kind;
    }

    static Refusal unreadable(String text) {
        return new Refusal(HandlerFailure.Kind.UNREADABLE, text);
    }

    static Refusal forged(String text) {
        return new Refusal(HandlerFailure.Kind.FORGED, text);
    }
}
