package dev.shipgate.cli.decisions;

import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.DecisionId;
import dev.shipgate.cli.remote.ServiceAnswer;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import java.io.IOException;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shipgate decisions show}. */
@Command(
        name = "show",
        description = "Prints the record of a decision as JSON: request, answer, rules that fired, and hashes.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is printed, whatever was decided",
            "2:the command is wrong, or there is no such decision",
            "3:the service gave no answer"
        },
        footer = {
            "",
            "Example:",
            "  shipgate decisions show 01a20acd-13ab-70cf-8a68-4f10e244d9d5 --url http://localhost:8080"
        },
        mixinStandardHelpOptions = true)
final class DecisionsShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "ID", converter = DecisionId.class, description = "The decision_id of an answer.")
    private @Nullable UUID id;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceRequest request = ServiceRequest.get("/v1/decisions/" + id);
        CommandOutput.print(spec.commandLine().getOut(), ServiceAnswer.json(service.client(), request, "decision_id"));
        return ExitCode.PASS;
    }
}
