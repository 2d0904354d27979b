package dev.shipgate.cli.decisions;

import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.Columns;
import dev.shipgate.cli.remote.ListedPage;
import dev.shipgate.cli.remote.ServiceOptions;
import java.io.IOException;
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

    private static final Columns COLUMNS =
            Columns.of("evaluated_at", "verdict", "kind", "service", "environment", "version", "decision_id");

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
        ListedPage.read(service.client(), filter.path(), "decisions").print(spec, COLUMNS, json);
        return ExitCode.PASS;
    }
}
