package dev.shipgate.cli.remote;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A page of a list of a service.
 *
 * @param rows the member of the answer that has them
 * @param answer the answer of the API
 */
public record ListedPage(String rows, JsonNode answer) {

    /**
     * Asks a service for a page.
     *
     * @throws CommandFailure when it gives none
     */
    public static ListedPage read(ServiceClient service, String path, String rows) throws InterruptedException {
        return new ListedPage(rows, ServiceAnswer.json(service, ServiceRequest.get(path), rows));
    }

    /**
     * Prints a line for each row, and how to get the next page, where there is one.
     *
     * @param json whether the answer of the API is printed in their place
     */
    public void print(CommandSpec spec, Columns columns, boolean json) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CommandOutput.print(out, answer);
            return;
        }
        answer.path(rows).forEach(row -> out.println(columns.line(row)));
        CommandOutput.requireWritten(out);
        if (answer.hasNonNull("next_cursor")) {
            String cursor = answer.path("next_cursor").asText();
            spec.commandLine().getErr().println(Printable.line("There are more: --cursor " + cursor));
        }
    }
}
