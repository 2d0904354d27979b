package dev.shipgate.cli.command;

import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * The log of a running command: warnings and errors, a line each, with their causes but without places in the program.
 */
public final class CommandLog extends Formatter {

    /** The JVM holds loggers weakly: without this reference the logger, and its level with it, may be lost. */
    private static final Logger COMPILER = Logger.getLogger("org.drools.compiler");

    private CommandLog() {}

    public static void onStandardError() {
        Logger root = Logger.getLogger("");
        root.setLevel(Level.WARNING);
        for (Handler handler : root.getHandlers()) {
            handler.setFormatter(new CommandLog());
        }
        // As in the service: Shipgate itself explains the problems of rules in words.
        COMPILER.setLevel(Level.OFF);
    }

    @Override
    public String format(LogRecord entry) {
        StringBuilder line = new StringBuilder(formatMessage(entry));
        for (Throwable cause = entry.getThrown(); cause != null; cause = cause.getCause()) {
            line.append(System.lineSeparator()).append("  ").append(cause);
        }
        return line.append(System.lineSeparator()).toString();
    }
}
