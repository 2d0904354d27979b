package dev.shipgate.cli.rules;

import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandLog;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.cache.PackagedRules;
import dev.shipgate.policy.folder.RulesDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code shipgate rules precompile}. */
@Command(
        name = "precompile",
        description = {
            "Compiles rules, runs their tests, and puts what came of it beside the program, so that the first start "
                    + "on these rules does neither.",
            "For who builds a package or an image of the program: run it once for each Java that is to run it.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rules can decide, and are beside the program",
            "1:the rules are refused, or a test fails; the output says why",
            "2:the command is wrong",
            "3:the rules cannot be read, or the folder of the program cannot be written"
        },
        footer = {"", "Example:", "  shipgate rules precompile rules"},
        mixinStandardHelpOptions = true)
final class RulesPrecompileCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesFolderArgument folder = new RulesFolderArgument();

    @Override
    public Integer call() throws IOException {
        Path rules = folder.existing();
        CommandLog.onStandardError();
        Path target = PackagedRules.folderToWrite();
        try {
            StandaloneRules.toPackage(target, StandaloneEvaluations.all(), CommandJson.mapper())
                    .precompile(new RulesDirectory(rules).read());
        } catch (RulesetRefusedException e) {
            e.diagnostics().forEach(diagnostic -> spec.commandLine().getErr().println(diagnostic.words()));
            return ExitCode.BLOCKED;
        }
        PackagedRules.letAllRead(target);
        return ExitCode.PASS;
    }
}
