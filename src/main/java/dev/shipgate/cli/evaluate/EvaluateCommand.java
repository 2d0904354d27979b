package dev.shipgate.cli.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandFailure;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.console.link.ConsoleAddress;
import dev.shipgate.decision.json.Inclusion;
import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import dev.shipgate.report.AnswerVerdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The parts that the commands for verdicts share: a request in, a verdict out, found here or by a service. */
@Command(
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it passes",
            "1:it is blocked; the output says why",
            "2:the request or the command is wrong",
            "3:the rules or the service failed, so there is no verdict"
        })
abstract class EvaluateCommand implements Callable<Integer> {

    private final String kind;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rules",
            paramLabel = "DIR",
            description = "The rules to evaluate with, here and without a service; rules if neither this nor --url is "
                    + "given. Nothing is recorded.")
    private @Nullable Path rules;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "Names this request, so that the service decides it once, however often it is sent.")
    private @Nullable String idempotencyKey;

    @Mixin
    private ReleaseOptions release = new ReleaseOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--firings",
            description = "Also tell each firing of a rule with its facts, where the form is json.")
    private boolean firings;

    /** @param kind of evaluation */
    EvaluateCommand(String kind) {
        this.kind = kind;
    }

    /**
     * The request, as the API takes it.
     *
     * @param folder of the rules, also where a service decides
     */
    abstract byte[] request(Path folder) throws IOException;

    /** The files that are read beside the rules, as they are named; a name that stands for no file is passed over. */
    abstract List<Path> inputs();

    /** A part of the answer that is left out unless asked for. */
    @Nullable
    String include() {
        return null;
    }

    private @Nullable String included() {
        return new Inclusion(include(), firings).parameter();
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireOneWay();
        output.removeOld(
                Stream.concat(inputs().stream(), service.files().stream()).toList(), folder());
        try {
            byte[] request = RequestOverlay.fill(request(folder()), release.fields());
            // Before the request: a wrong setting must not leave a decision without its report.
            ConsoleAddress console = service.areGiven() ? ServiceConsole.of(service.address()) : null;
            JsonNode answer = service.areGiven() ? sent(request) : evaluatedHere(request);
            output.write(kind, request, answer, console == null ? null : console.decision(answer));
            return exitCode(AnswerVerdict.of(answer));
        } catch (InvalidBodyException e) {
            throw CommandFailure.badInput(
                    e.problems().stream().map(Problem::toString).toList());
        }
    }

    private Path folder() {
        return rules == null ? Path.of("rules") : rules;
    }

    private static int exitCode(AnswerVerdict verdict) {
        return switch (verdict) {
            case PASS -> ExitCode.PASS;
            case BLOCK -> ExitCode.BLOCKED;
            case UNCLEAR -> ExitCode.FAILED;
        };
    }

    private void requireOneWay() {
        if (service.areGiven() && rules != null) {
            throw new ParameterException(
                    spec.commandLine(), "--rules and --url are both given. Which one is to decide?");
        }
        if (!service.areGiven() && idempotencyKey != null) {
            throw new ParameterException(
                    spec.commandLine(), "--idempotency-key is for a service. Maybe --url is missing?");
        }
    }

    private JsonNode sent(byte[] request) throws IOException, InterruptedException {
        return RemoteEvaluation.evaluate(kind, included(), request, service.client(), idempotencyKey);
    }

    private JsonNode evaluatedHere(byte[] request) throws IOException {
        Path folder = folder();
        if (!Files.isDirectory(folder)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no folder of rules " + folder + ". Give it with --rules, or a service with --url.");
        }
        JsonNode answer = LocalEvaluation.evaluate(kind, new Inclusion(include(), firings), request, folder);
        spec.commandLine().getErr().println("Evaluated here with the rules in " + folder + ". Nothing was recorded.");
        return answer;
    }
}
