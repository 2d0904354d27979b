package dev.shipgate.cli.keys;

import dev.shipgate.access.KeyFile;
import dev.shipgate.access.StoredKey;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code shipgate keys list}. */
@Command(
        name = "list",
        description = "Prints the name, the roles, the id and the time of each key, a line each. Never a key.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they are printed",
            "2:the command is wrong",
            "3:the file cannot be read, or they cannot be printed"
        },
        footer = {"", "Example:", "  shipgate keys list --file /etc/shipgate/keys.json"},
        mixinStandardHelpOptions = true)
final class KeysListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyFileOption file = new KeyFileOption();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        for (StoredKey key : KeyFile.read(file.existing()).keys()) {
            out.println(String.join(
                    "\t",
                    key.name(),
                    String.join(",", key.roles()),
                    key.id(),
                    key.createdAt().toString()));
        }
        CommandOutput.requireWritten(out);
        return ExitCode.PASS;
    }
}
