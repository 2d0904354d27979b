package dev.shipgate.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code shipgate check}. */
@Command(
        name = "check",
        description = "Judges the load test of a release, route by route. Passes if every check of every route does.",
        footer = {
            "",
            "Examples:",
            "  shipgate check results.json --service voice-agent --environment production",
            "  shipgate check results.json --url https://shipgate.example.com --idempotency-key $CI_JOB_ID"
        },
        mixinStandardHelpOptions = true)
final class CheckCommand extends EvaluateCommand {

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "The results: a request of the API as JSON; - is standard input.")
    private List<String> files = List.of();

    CheckCommand() {
        super("load_gate");
    }

    @Override
    List<String> files() {
        return files;
    }
}
