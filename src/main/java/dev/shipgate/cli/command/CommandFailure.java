package dev.shipgate.cli.command;

import java.util.List;

/** A command has no answer: the exit code, and the text for standard error. */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final transient List<String> lines;

    private CommandFailure(int exitCode, List<String> lines) {
        super(String.join("\n", lines), null, false, false);
        this.exitCode = exitCode;
        this.lines = List.copyOf(lines);
    }

    /** The command or its input is wrong. */
    public static CommandFailure badInput(List<String> lines) {
        return new CommandFailure(ExitCode.USAGE, lines);
    }

    /** The command or its input is wrong. */
    public static CommandFailure badInput(String line) {
        return badInput(List.of(line));
    }

    /** The service or the rules failed, so nobody knows. */
    public static CommandFailure noAnswer(List<String> lines) {
        return new CommandFailure(ExitCode.FAILED, lines);
    }

    /** The service or the rules failed, so nobody knows. */
    public static CommandFailure noAnswer(String line) {
        return noAnswer(List.of(line));
    }

    public int exitCode() {
        return exitCode;
    }

    /** One problem each. */
    public List<String> lines() {
        return lines;
    }
}
