package dev.shipgate.cli;

import dev.shipgate.cli.command.ExitCode;
import io.quarkus.runtime.Quarkus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code shipgate serve}. */
@Command(
        name = "serve",
        description = {
            "Starts the service, as the program does without a command. Runs until it is stopped by a signal.",
            "It is configured by environment variables, such as SHIPGATE_RULES_DIR and QUARKUS_HTTP_PORT.",
        },
        footer = {"", "Example:", "  QUARKUS_HTTP_PORT=8081 shipgate serve"},
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        Quarkus.run();
        return ExitCode.PASS;
    }
}
