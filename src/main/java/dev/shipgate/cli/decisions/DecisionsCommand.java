package dev.shipgate.cli.decisions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate decisions}. */
@Command(
        name = "decisions",
        description = "Asks a service what it has decided. Needs a key with the role audit, where there are keys.",
        footer = {"", "Example:", "  shipgate decisions list --url https://shipgate.example.com --verdict block"},
        mixinStandardHelpOptions = true,
        subcommands = {
            DecisionsListCommand.class,
            DecisionsShowCommand.class,
            DecisionsReplayCommand.class,
            DecisionsExportCommand.class
        })
public final class DecisionsCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
