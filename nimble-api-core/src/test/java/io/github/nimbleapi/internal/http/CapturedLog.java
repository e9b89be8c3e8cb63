package io.github.nimbleapi.internal.http;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the client logs, down to the finest, and kept off the console. */
final class CapturedLog extends Handler implements AutoCloseable {
    // Held here, because the JDK forgets loggers (and their handlers) that nobody holds.
    private final Logger logger = Logger.getLogger("io.github.nimbleapi");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();
    private boolean fails;

    CapturedLog() {
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    void failAtFirst() {
        fails = true;
    }

    List<LogRecord> records() {
        return records;
    }

    @Override
    public void publish(LogRecord record) {
        if (fails) {
            fails = false;
            throw new IllegalStateException("no space left on the disk");
        }
        records.add(record);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
        logger.setLevel(null);
    }
}
