package io.github.nimbleapi.control.guard;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged, kept off the console. */
final class CapturedLog extends Handler implements AutoCloseable {
    // Held here, because the JDK forgets loggers (and their handlers) that nobody holds.
    private final Logger logger = Logger.getLogger("io.github.nimbleapi");
    private final List<String> texts = new CopyOnWriteArrayList<>();

    CapturedLog() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<String> texts() {
        return texts;
    }

    @Override
    public void publish(LogRecord logged) {
        texts.add(logged.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
