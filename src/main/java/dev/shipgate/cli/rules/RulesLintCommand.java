package dev.shipgate.cli.rules;

import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandLog;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.policytest.PolicyTestRunner;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shipgate rules lint}. */
@Command(
        name = "lint",
        description = {
            "Compiles rules, checks what they use and the form of their tests, and warns about what people will miss, a "
                    + "line each. Runs no tests. "
                    + "Needs no service, and changes nothing.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rules compile, and their tests can be read; there may be warnings",
            "1:the rules or the files of their tests are refused; or there are warnings, with --warnings-as-errors",
            "2:the command is wrong",
            "3:the rules cannot be read, or the outcome cannot be printed"
        },
        footer = {"", "Example:", "  shipgate rules lint rules --warnings-as-errors"},
        mixinStandardHelpOptions = true)
final class RulesLintCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesFolderArgument folder = new RulesFolderArgument();

    @Option(names = "--warnings-as-errors", description = "Refuse rules with warnings too.")
    private boolean warningsAsErrors;

    @Override
    public Integer call() throws IOException {
        Path directory = folder.existing();
        CommandLog.onStandardError();
        try (RulesetLease rules = StandaloneRules.of(StandaloneEvaluations.all(), CommandJson.mapper())
                .compile(new RulesDirectory(directory).read())) {
            List<Diagnostic> warnings = rules.warnings();
            List<Diagnostic> errors = PolicyTestRunner.formErrors(rules.files());
            if (!errors.isEmpty()) {
                report(Diagnostic.sorted(errors, warnings), summary(errors.size(), warnings.size()));
                return ExitCode.BLOCKED;
            }
            report(warnings, counted(rules.rules().size(), "rule") + ", " + counted(warnings.size(), "warning"));
            return warningsAsErrors && !warnings.isEmpty() ? ExitCode.BLOCKED : ExitCode.PASS;
        } catch (RulesetRefusedException e) {
            long errors = e.diagnostics().stream().filter(Diagnostic::isError).count();
            report(e.diagnostics(), summary(errors, e.diagnostics().size() - errors));
            return ExitCode.BLOCKED;
        }
    }

    private static String summary(long errors, long warnings) {
        return counted(errors, "error") + ", " + counted(warnings, "warning");
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private void report(List<Diagnostic> diagnostics, String summary) {
        PrintWriter out = spec.commandLine().getOut();
        diagnostics.forEach(
                diagnostic -> out.println(diagnostic.severity().name().toLowerCase(Locale.ROOT) + ": " + diagnostic
                        + " (" + diagnostic.code() + ")"));
        out.println(summary);
        CommandOutput.requireWritten(out);
    }
}
