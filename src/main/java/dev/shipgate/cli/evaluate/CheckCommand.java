package dev.shipgate.cli.evaluate;

import dev.shipgate.ingest.recognition.ResultFormats;
import dev.shipgate.ingest.request.LoadTestImporter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shipgate check}. */
@Command(
        name = "check",
        description = "Judges the load test of a release, route by route. Passes if every check of every route does.",
        footer = {
            "",
            "Examples:",
            "  shipgate check summary.json --quality quality.csv --service voice-agent --environment production",
            "  shipgate check p95_seconds=p95.json error_rate=errors.json --from prometheus",
            "  shipgate check results.json --url https://shipgate.example.com --idempotency-key $CI_JOB_ID"
        },
        mixinStandardHelpOptions = true)
public final class CheckCommand extends ImportCommand {

    @Option(names = "--route", paramLabel = "NAME", description = "Which route it is that a file measures as a whole.")
    private @Nullable String route;

    @Option(
            names = "--quality",
            paramLabel = "FILE",
            description = "What no load-test tool measures, by route, as JSON or CSV: cost_per_success and "
                    + "task_success_delta.")
    private @Nullable Path quality;

    CheckCommand() {
        super(new LoadTestImporter(ResultFormats.all()));
    }

    @Override
    @Nullable
    String route() {
        return route;
    }

    @Override
    @Nullable
    Path quality() {
        return quality;
    }
}
