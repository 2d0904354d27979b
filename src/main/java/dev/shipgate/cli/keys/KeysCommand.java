package dev.shipgate.cli.keys;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate keys}. */
@Command(
        name = "keys",
        description = "Works on the file of the API keys. A running service takes changes over within a second.",
        footer = {"", "Example:", "  shipgate keys add ci --role evaluate --file /etc/shipgate/keys.json"},
        mixinStandardHelpOptions = true,
        subcommands = {KeysAddCommand.class, KeysListCommand.class, KeysRevokeCommand.class})
public final class KeysCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
