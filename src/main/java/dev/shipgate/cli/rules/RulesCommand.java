package dev.shipgate.cli.rules;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate rules}. */
@Command(
        name = "rules",
        description = "Works on rules: in a folder, before a service has them.",
        footer = {"", "Example:", "  shipgate rules test rules"},
        mixinStandardHelpOptions = true,
        subcommands = {
            RulesTestCommand.class,
            RulesLintCommand.class,
            RulesBacktestCommand.class,
            RulesPrecompileCommand.class
        })
public final class RulesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }
}
