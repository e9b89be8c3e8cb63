package io.github.nimbleapi;

import java.io.Closeable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Everything that is logged until it is closed, at every level, as text with stack traces; without what the JDK's client
 * tells those who debug it, which is every address with its query.
 */
final class LogRecords implements Closeable {
    static {
        // The module under test does not read java.logging, and need not.
        LogRecords.class
                .getModule()
                .addReads(ModuleLayer.boot().findModule("java.logging").orElseThrow());
    }

    // Held, because the JDK holds loggers weakly and forgets their levels with them.
    private final Logger root = Logger.getLogger("");
    private final Logger ours = Logger.getLogger("io.github.nimbleapi");
    private final Logger jdkDebug = Logger.getLogger("jdk.internal.httpclient.debug");
    private final Level rootLevel = root.getLevel();
    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final Handler collector = Collector.into(texts);

    LogRecords() {
        root.addHandler(collector);
        root.setLevel(Level.ALL);
        ours.setLevel(Level.ALL);
        jdkDebug.setLevel(Level.OFF);
    }

    List<String> texts() {
        return texts;
    }

    @Override
    public void close() {
        root.removeHandler(collector);
        root.setLevel(rootLevel);
        ours.setLevel(null);
        jdkDebug.setLevel(null);
    }

    static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static final class Collector extends Handler {
        private final Formatter formatter = new SimpleFormatter();
        private final List<String> texts;

        private Collector(List<String> texts) {
            this.texts = texts;
        }

        // As a Handler, so that the class around it can be verified before it may see Handler.
        static Handler into(List<String> texts) {
            Handler collector = new Collector(texts);
            collector.setLevel(Level.ALL);
            return collector;
        }

        @Override
        public void publish(LogRecord logged) {
            String thrown = logged.getThrown() == null ? "" : "\n" + stackTrace(logged.getThrown());
            texts.add(
                    logged.getLevel() + " " + logged.getLoggerName() + ": " + formatter.formatMessage(logged) + thrown);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
