package dev.shipgate.cli.waivers;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate waivers}. */
@Command(
        name = "waivers",
        description =
                "Grants, lists, shows and revokes waivers at a service. Needs a key with the role waive, where there "
                        + "are keys; to read them, audit will do.",
        footer = {"", "Example:", "  shipgate waivers list --service voice-agent --url https://shipgate.example.com"},
        mixinStandardHelpOptions = true,
        subcommands = {
            WaiversGrantCommand.class,
            WaiversListCommand.class,
            WaiversShowCommand.class,
            WaiversRevokeCommand.class
        })
public final class WaiversCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
