package dev.shipgate.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code shipgate capacity}. */
@Command(
        name = "capacity",
        description = "Says which load a step-load test supports. Passes if some load is known to be supported.",
        footer = {
            "",
            "Examples:",
            "  shipgate capacity steps.json",
            "  shipgate capacity steps.json --url https://shipgate.example.com"
        },
        mixinStandardHelpOptions = true)
final class CapacityCommand extends EvaluateCommand {

    @Parameters(paramLabel = "FILE", description = "A request of the API as JSON; - is standard input.")
    private String file = "";

    CapacityCommand() {
        super("capacity");
    }

    @Override
    List<String> files() {
        return List.of(file);
    }
}
