package dev.shipgate.cli.keys;

import dev.shipgate.access.KeyFile;
import dev.shipgate.cli.command.ExitCode;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shipgate keys revoke}. */
@Command(
        name = "revoke",
        description = "Takes a key out of the file. A running service refuses it within a second.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the key is not in the file any more",
            "1:there is no key of that name",
            "2:the command is wrong",
            "3:the file cannot be read or written"
        },
        footer = {"", "Example:", "  shipgate keys revoke ci --file /etc/shipgate/keys.json"},
        mixinStandardHelpOptions = true)
final class KeysRevokeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyFileOption file = new KeyFileOption();

    @Parameters(paramLabel = "NAME", description = "Whose key it is.")
    private String name = "";

    @Override
    public Integer call() throws IOException {
        boolean revoked = KeyFile.change(file.existing(), keys -> keys.without(name));
        if (!revoked) {
            spec.commandLine().getErr().println("There is no key \"" + name + "\".");
            return ExitCode.BLOCKED;
        }
        return ExitCode.PASS;
    }
}
