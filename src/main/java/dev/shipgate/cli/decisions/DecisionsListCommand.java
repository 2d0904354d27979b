package dev.shipgate.cli.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.command.Printable;
import dev.shipgate.cli.remote.DecisionsClient;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shipgate decisions list}. */
@Command(
        name = "list",
        description =
                "Prints decisions, newest first, a line each: when, verdict, kind, service, environment, version, "
                        + "id; with tabs between them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they are printed; there may be none",
            "2:the command is wrong",
            "3:the service gave no answer"
        },
        footer = {"", "Example:", "  shipgate decisions list --url http://localhost:8080 --verdict block --limit 5"},
        mixinStandardHelpOptions = true)
final class DecisionsListCommand implements Callable<Integer> {

    private static final List<String> COLUMNS =
            List.of("evaluated_at", "verdict", "kind", "service", "environment", "version", "decision_id");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Mixin
    private DecisionFilterOptions filter = new DecisionFilterOptions();

    @Option(names = "--json", description = "Print the answer of the API, which tells more.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode answer = DecisionsClient.answer(service.client(), ServiceRequest.get(filter.path()), "decisions");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CommandOutput.print(out, answer);
            return ExitCode.PASS;
        }
        answer.path("decisions").forEach(decision -> out.println(line(decision)));
        CommandOutput.requireWritten(out);
        if (answer.hasNonNull("next_cursor")) {
            String cursor = answer.path("next_cursor").asText();
            spec.commandLine().getErr().println(Printable.line("There are more: --cursor " + cursor));
        }
        return ExitCode.PASS;
    }

    private static String line(JsonNode decision) {
        return String.join(
                "\t",
                COLUMNS.stream()
                        .map(column -> decision.path(column).asText("-"))
                        .map(text -> Printable.line(text).replace('\t', ' '))
                        .toList());
    }
}
