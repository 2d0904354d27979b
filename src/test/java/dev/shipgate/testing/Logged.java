package dev.shipgate.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;

/** The entries that a class logs until this is closed. */
public final class Logged implements AutoCloseable {

    private final List<String> entries = new CopyOnWriteArrayList<>();
    private final Logger logger;
    private final ExtHandler listener;

    private Logged(Logger logger) {
        this.logger = logger;
        PatternFormatter format = new PatternFormatter("%p %m%e");
        this.listener = new ExtHandler() {
            @Override
            protected void doPublish(ExtLogRecord entry) {
                entries.add(format.format(entry));
            }
        };
        logger.addHandler(listener);
    }

    public static Logged by(Class<?> source) {
        return new Logged(Logger.getLogger(source.getName()));
    }

    /** Each with its level before the message, such as {@code WARN}, and the trace of an exception behind it. */
    public List<String> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void close() {
        logger.removeHandler(listener);
    }
}
