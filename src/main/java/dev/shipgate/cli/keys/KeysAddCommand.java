package dev.shipgate.cli.keys;

import dev.shipgate.access.ApiKey;
import dev.shipgate.access.KeyFile;
import dev.shipgate.access.Roles;
import dev.shipgate.access.StoredKey;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shipgate keys add}. */
@Command(
        name = "add",
        description = {
            "Makes a key and prints it. It is shown this once: the file has only a salted hash of it.",
            "Roles: evaluate (ask for verdicts), audit (read decisions, metrics and rules), author (validate and read "
                    + "rules), publish (make rules decide), waive (grant and revoke waivers). None implies another.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the key is in the file",
            "1:there is a key of that name already",
            "2:the command is wrong",
            "3:the file cannot be read or written, or the key cannot be printed"
        },
        footer = {"", "Example:", "  shipgate keys add ci --role evaluate --file /etc/shipgate/keys.json"},
        mixinStandardHelpOptions = true)
final class KeysAddCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private KeyFileOption file = new KeyFileOption();

    @Parameters(paramLabel = "NAME", description = "Whose key it is. The audit says key:NAME.")
    private String name = "";

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description = "What it may be used for. May be given several times.")
    private List<String> roles = new ArrayList<>();

    @Override
    public Integer call() throws IOException {
        roles.stream().filter(role -> !Roles.ALL.contains(role)).findFirst().ifPresent(role -> {
            throw new ParameterException(
                    spec.commandLine(),
                    "--role must be one of " + String.join(", ", Roles.ALL) + ", but is \"" + role + "\".");
        });
        ApiKey key = ApiKey.random();
        StoredKey stored = stored(key);
        boolean added = KeyFile.change(file.path(), keys -> keys.named(name).isPresent() ? keys : keys.with(stored));
        if (!added) {
            spec.commandLine().getErr().println("There is a key \"" + name + "\" already. Maybe revoke it first?");
            return ExitCode.BLOCKED;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(key.text());
        if (out.checkError()) {
            KeyFile.change(file.path(), keys -> keys.without(name));
            throw CommandFailure.noAnswer(
                    "The key could not be printed, so nobody has it. It was taken out of the file again.");
        }
        return ExitCode.PASS;
    }

    private StoredKey stored(ApiKey key) {
        try {
            return key.stored(name, roles);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
