package dev.shipgate.cli.audit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate audit}. */
@Command(
        name = "audit",
        description = "Works on the record of all decisions.",
        footer = {"", "Example:", "  shipgate audit verify"},
        mixinStandardHelpOptions = true,
        subcommands = VerifyCommand.class)
public final class AuditCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
