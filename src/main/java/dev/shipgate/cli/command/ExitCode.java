package dev.shipgate.cli.command;

/** The exit codes of commands. They are stable, as scripts depend on them. */
public final class ExitCode {

    /** All is well. */
    public static final int PASS = 0;

    /** The answer is no. */
    public static final int BLOCKED = 1;

    /** The command or its input cannot be understood. */
    public static final int USAGE = 2;

    /** There is no answer. */
    public static final int FAILED = 3;

    private ExitCode() {}
}
