package dev.shipgate.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code shipgate retry-storms}. */
@Command(
        name = "retry-storms",
        description =
                "Looks for minutes in which retries made a failure worse. Passes if there were points, and all were calm.",
        footer = {
            "",
            "Examples:",
            "  shipgate retry-storms traffic.json",
            "  shipgate retry-storms - --url https://shipgate.example.com < traffic.json"
        },
        mixinStandardHelpOptions = true)
final class RetryStormsCommand extends EvaluateCommand {

    @Parameters(paramLabel = "FILE", description = "A request of the API as JSON; - is standard input.")
    private String file = "";

    @Option(names = "--points", description = "Also tell every point, for plots.")
    private boolean points;

    RetryStormsCommand() {
        super("retry_storms");
    }

    @Override
    byte[] request(Path folder) throws IOException {
        return RequestFiles.bytes(RequestFiles.result(null, file));
    }

    @Override
    @Nullable
    String include() {
        return points ? "points" : null;
    }
}
