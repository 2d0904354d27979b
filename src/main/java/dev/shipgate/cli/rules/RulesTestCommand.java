package dev.shipgate.cli.rules;

import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.command.OutputFile;
import dev.shipgate.decision.Evaluation;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.folder.RulesDirectory;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.policytest.FailedCase;
import dev.shipgate.policytest.PolicyTestReport;
import dev.shipgate.policytest.PolicyTestReport.Case;
import dev.shipgate.policytest.PolicyTestReport.Coverage;
import dev.shipgate.policytest.PolicyTestReport.Tests;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shipgate rules test}. */
@Command(
        name = "test",
        description = {
            "Compiles rules, checks what they use, and runs their tests (*.test.yaml), as the service does before "
                    + "a ruleset becomes active. Needs no service, and changes nothing.",
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the rules can become active",
            "1:the rules are refused, or a test fails; the output says why",
            "2:the command is wrong",
            "3:the rules cannot be read, or the outcome cannot be written"
        },
        footer = {"", "Example:", "  shipgate rules test rules --junit-xml target/policy-tests.xml"},
        mixinStandardHelpOptions = true)
final class RulesTestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesFolderArgument folder = new RulesFolderArgument();

    @Option(names = "--junit-xml", paramLabel = "FILE", description = "Also write the outcome as JUnit XML.")
    private @Nullable Path junitXml;

    @Override
    public Integer call() throws IOException {
        Path directory = folder.existing();
        RulesetFiles files = new RulesDirectory(directory).read();
        if (junitXml != null) {
            target(junitXml).requireFolder();
            target(junitXml)
                    .requireNoInput(files.files().stream()
                            .map(file -> directory.resolve(file.path()))
                            .toList());
        }
        List<Evaluation> evaluations = StandaloneEvaluations.all();
        try (RulesetLease rules = StandaloneRules.forTests(evaluations, files)) {
            PolicyTestReport report =
                    StandaloneRules.tests(evaluations, CommandJson.mapper()).run(rules);
            Tests tests = report.tests();
            Coverage coverage = report.coverage();
            if (tests == null || coverage == null) {
                return refused(report.refusals());
            }
            rules.warnings().forEach(warning -> spec.commandLine().getErr().println(warning.words()));
            return tested(tests, coverage);
        } catch (RulesetRefusedException e) {
            return refused(e.diagnostics());
        }
    }

    private static OutputFile target(Path junitXml) {
        return new OutputFile("--junit-xml", junitXml);
    }

    private int refused(List<Diagnostic> diagnostics) throws IOException {
        diagnostics.forEach(diagnostic -> spec.commandLine().getErr().println(diagnostic.words()));
        if (junitXml != null) {
            PolicyTestJunitXml.writeRefusal(
                    diagnostics.stream().filter(Diagnostic::isError).toList(), target(junitXml));
        }
        return ExitCode.BLOCKED;
    }

    private int tested(Tests tests, Coverage coverage) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String file = "";
        for (Case test : tests.cases()) {
            if (!test.file().equals(file)) {
                file = test.file();
                out.println(file);
            }
            out.println((test.passed() ? "  ok    " : "  FAIL  ") + test.name());
            if (!test.passed()) {
                FailedCase.lines(test).forEach(line -> out.println("        " + line));
            }
        }
        out.printf(
                "%d passed, %d failed; %d of %d rules fire in a test%n",
                tests.passed(), tests.failed(), coverage.fired(), coverage.rules());
        coverage.neverFired().forEach(rule -> out.println("  fires in no test: " + rule));
        out.flush();
        if (junitXml != null) {
            PolicyTestJunitXml.write(tests.cases(), target(junitXml));
        }
        CommandOutput.requireWritten(out);
        return tests.failed() == 0 ? ExitCode.PASS : ExitCode.BLOCKED;
    }
}
