package dev.shipgate.cli.waivers;

import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
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

/** {@code shipgate waivers show}. */
@Command(
        name = "show",
        description = "Prints a waiver as JSON, with the newest decisions that pass by it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is printed, whatever its state",
            "2:the command is wrong, or there is no such waiver",
            "3:the service gave no answer"
        },
        footer = {
            "",
            "Example:",
            "  shipgate waivers show 01a20acd-13ab-70cf-8a68-4f10e244d9d5 --url http://localhost:8080"
        },
        mixinStandardHelpOptions = true)
final class WaiversShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "ID", description = "The waiver_id of a waiver.")
    private @Nullable UUID id;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceRequest request = ServiceRequest.get("/v1/waivers/" + id);
        CommandOutput.print(spec.commandLine().getOut(), ServiceAnswer.json(service.client(), request, "waiver_id"));
        return ExitCode.PASS;
    }
}
