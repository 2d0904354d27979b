package dev.shipgate.cli.evaluate;

import dev.shipgate.ingest.request.PointImporter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code shipgate retry-storms}. */
@Command(
        name = "retry-storms",
        description =
                "Looks for minutes in which retries made a failure worse. Passes if there were points, and all were calm.",
        footer = {
            "",
            "Examples:",
            "  shipgate retry-storms traffic.csv",
            "  shipgate retry-storms user_turns=turns.json service_attempts=attempts.json dependency_error_rate=errors.json",
            "  shipgate retry-storms - --url https://shipgate.example.com < traffic.json"
        },
        mixinStandardHelpOptions = true)
public final class RetryStormsCommand extends ImportCommand {

    @Option(names = "--points", description = "Also tell every point, for plots.")
    private boolean points;

    RetryStormsCommand() {
        super(new PointImporter());
    }

    @Override
    @Nullable
    String include() {
        return points ? "points" : null;
    }
}
