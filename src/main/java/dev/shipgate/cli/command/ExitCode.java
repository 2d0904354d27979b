package dev.shipgate.cli.command;

/** What the exit code of a command means. Stable, as scripts depend on it. */
public final class ExitCode {

    /** All is well. */
    public static final int PASS = 0;

    /** The answer is no. */
    public static final int BLOCKED = 1;

    /** What was asked cannot be understood. */
    public static final int USAGE = 2;

    /** There is no answer. */
    public static final int FAILED = 3;

    private ExitCode() {}
}
