package dev.shipgate.cli.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.audit.record.DecisionSelection;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.command.Printable;
import dev.shipgate.cli.remote.ServiceException;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.RulesetRefusedException;
import dev.shipgate.policy.folder.RulesDirectory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code shipgate rules backtest}. */
@Command(
        name = "backtest",
        description = {
            "Evaluates recorded decisions again under a folder of rules, and tells which verdicts these rules would turn: "
                    + "the decisions of a service (--url), or of an export (--decisions). Nothing is recorded.",
            "With a service it needs a key with the roles author and audit, where there are keys."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is done, and nothing of --fail-on has happened",
            "1:the rules are refused, or something of --fail-on has happened",
            "2:the command is wrong, or a line of the export",
            "3:the service gave no answer, or there is none: with --fail-on also if no decision could be evaluated"
        },
        footer = {
            "",
            "Examples:",
            "  shipgate rules backtest rules --url https://shipgate.example.com --last 1000 --fail-on block-to-pass",
            "  shipgate rules backtest rules --decisions export.ndjson --output markdown=backtest.md"
        },
        mixinStandardHelpOptions = true)
final class RulesBacktestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private RulesFolderArgument folder = new RulesFolderArgument();

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--decisions", paramLabel = "FILE", description = "An export of decisions, instead of a service.")
    private @Nullable Path decisions;

    @Mixin
    private BacktestSelectionOptions selected = new BacktestSelectionOptions();

    @Option(
            names = "--fail-on",
            paramLabel = "FLIP",
            split = ",",
            converter = FailOn.Converter.class,
            description = "Exit with 1 if there are any of these: pass-to-block, block-to-pass, to-error, from-error, "
                    + "not-evaluable. May be given several times.")
    private Set<FailOn> failOn = new LinkedHashSet<>();

    @Mixin
    private BacktestOutput output = new BacktestOutput();

    @Override
    public Integer call() throws IOException, InterruptedException {
        DecisionSelection selection = selected.selection();
        Path directory = folder.existing();
        requireOneSource();
        output.check(inputs(), directory);
        RulesetFiles files = new RulesDirectory(directory).read();
        JsonNode result;
        try {
            result = run(files, selection);
        } catch (RulesetRefusedException e) {
            return refused(e.diagnostics().stream()
                    .map(diagnostic -> diagnostic.words())
                    .toList());
        } catch (ServiceException e) {
            if (e.rulesAreRefused()) {
                return refused(e.lines());
            }
            throw ServiceOptions.failure(e);
        }
        output.write(result);
        return exitCode(result);
    }

    private void requireOneSource() {
        if (service.areGiven() == (decisions != null)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Which decisions? Give either a service, with --url, or an export, with --decisions.");
        }
        if (decisions != null && !Files.isRegularFile(decisions)) {
            throw new ParameterException(
                    spec.commandLine(), "There is no file " + decisions + ". An export has to be a file.");
        }
    }

    private List<Path> inputs() {
        List<Path> inputs = new ArrayList<>(service.files());
        if (decisions != null) {
            inputs.add(decisions);
        }
        return inputs;
    }

    private JsonNode run(RulesetFiles files, DecisionSelection selection)
            throws IOException, InterruptedException, RulesetRefusedException, ServiceException {
        PrintWriter err = spec.commandLine().getErr();
        boolean terminal = spec.commandLine().getColorScheme().ansi().enabled();
        try (BacktestProgress progress = new BacktestProgress(err, terminal)) {
            return decisions == null
                    ? new RemoteBacktest(service.client()).run(files, selection, progress)
                    : LocalBacktest.run(files, decisions, selection, progress);
        }
    }

    private int refused(List<String> lines) {
        lines.forEach(line -> spec.commandLine().getErr().println(Printable.line(line)));
        return ExitCode.BLOCKED;
    }

    private int exitCode(JsonNode result) {
        if (!result.path("state").asText().equals("done")) {
            throw CommandFailure.noAnswer(
                    "The backtest is " + result.path("state").asText() + ", so not all decisions were evaluated. "
                            + result.path("failure").asText());
        }
        JsonNode summary = result.path("summary");
        long known = result.path("evaluated").asLong()
                - summary.path("not_evaluable").asLong();
        if (failOn.stream().anyMatch(flip -> summary.path(flip.field()).asLong() > 0)) {
            return ExitCode.BLOCKED;
        }
        if (!failOn.isEmpty() && known == 0) {
            throw CommandFailure.noAnswer(
                    "No decision could be evaluated, so nobody knows. Maybe a filter fits none, or none is recorded yet?");
        }
        return ExitCode.PASS;
    }
}
