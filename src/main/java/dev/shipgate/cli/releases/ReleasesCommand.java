package dev.shipgate.cli.releases;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate releases}. */
@Command(
        name = "releases",
        description = "Tells a service which releases shipped, with which it compares later ones. Needs a key with the "
                + "role evaluate, where there are keys; for a list one with the role audit does too.",
        footer = {
            "",
            "Example:",
            "  shipgate releases mark 01a20acd-13ab-70cf-8a68-4f10e244d9d5 --url https://shipgate.example.com"
        },
        mixinStandardHelpOptions = true,
        subcommands = {ReleasesMarkCommand.class, ReleasesListCommand.class})
public final class ReleasesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
