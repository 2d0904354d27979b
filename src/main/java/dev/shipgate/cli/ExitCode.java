package dev.shipgate.cli;

/** What the exit code of a command means. Stable, as scripts depend on it. */
final class ExitCode {

    /** All is well. */
    static final int PASS = 0;

    /** The answer is no. */
    static final int BLOCKED = 1;

    /** What was asked cannot be understood. */
    static final int USAGE = 2;

    /** There is no answer. */
    static final int FAILED = 3;

    private ExitCode() {}
}
