package io.github.nimbleapi.control.internal;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Collectors;

/** What is logged, kept off the console. */
public final class CapturedLog extends Handler implements AutoCloseable {
    // Held here, because the JDK forgets loggers (and their handlers) that nobody holds.
    private final Logger logger = Logger.getLogger("io.github.nimbleapi");
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public CapturedLog() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public List<LogRecord> records() {
        return records;
    }

    public List<String> texts() {
        SimpleFormatter formatter = new SimpleFormatter();
        return records.stream().map(formatter::formatMessage).collect(Collectors.toList());
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(true);
    }
}
