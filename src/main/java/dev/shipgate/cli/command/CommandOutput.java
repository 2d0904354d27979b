package dev.shipgate.cli.command;

import java.io.IOException;
import java.io.PrintWriter;

/** The output that a command prints. */
public final class CommandOutput {

    private CommandOutput() {}

    /**
     * Prints JSON for people.
     *
     * @param answer JSON, or an object that becomes JSON as the service writes it
     * @throws CommandFailure when it could not be printed
     */
    public static void print(PrintWriter out, Object answer) throws IOException {
        out.println(CommandJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(answer));
        requireWritten(out);
    }

    /**
     * Makes sure that all was printed: an answer that nobody could read is no answer.
     *
     * @throws CommandFailure when it was not
     */
    public static void requireWritten(PrintWriter out) {
        if (out.checkError()) {
            throw CommandFailure.noAnswer("The answer could not be printed.");
        }
    }
}
