package io.github.nimbleapi.control.handler;

import java.io.IOException;

/** What is wrong with a body, in words that quote nothing of it. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1;

    Unreadable(String text) {
        super(text);
    }
}
