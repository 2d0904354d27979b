package dev.shipgate.cli.evaluate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code shipgate ready}. */
@Command(
        name = "ready",
        description = "Puts load test, traffic and step-load test of a release together. Passes if nothing blocks it.",
        footer = {
            "",
            "Examples:",
            "  shipgate ready release.json",
            "  shipgate ready release.json --url https://shipgate.example.com --idempotency-key $CI_JOB_ID-ready"
        },
        mixinStandardHelpOptions = true)
public final class ReadyCommand extends EvaluateCommand {

    @Parameters(paramLabel = "FILE", description = "A request of the API as JSON; - is standard input.")
    private String file = "";

    ReadyCommand() {
        super("release_readiness");
    }

    @Override
    List<Path> inputs() {
        return List.of(RequestFiles.path(file));
    }

    @Override
    byte[] request(Path folder) throws IOException {
        return RequestFiles.bytes(RequestFiles.result(null, file));
    }
}
