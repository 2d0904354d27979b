package dev.shipgate.cli.waivers;

import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.ServiceAnswer;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shipgate waivers revoke}. */
@Command(
        name = "revoke",
        description = "Revokes a waiver, and prints it as JSON. It then lifts nothing any more.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is revoked",
            "2:the command is wrong, or there is no such waiver that is valid",
            "3:the service gave no answer, so nobody knows; show the waiver"
        },
        footer = {
            "",
            "Example:",
            "  shipgate waivers revoke 01a20acd-13ab-70cf-8a68-4f10e244d9d5 --message \"Fixed in 1.4.2\" \\",
            "    --url http://localhost:8080"
        },
        mixinStandardHelpOptions = true)
final class WaiversRevokeCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "ID", description = "The waiver_id of a waiver.")
    private @Nullable UUID id;

    @Option(names = "--message", required = true, paramLabel = "TEXT", description = "Why it is revoked.")
    private String message = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        byte[] body = CommandJson.mapper().writeValueAsBytes(Map.of("message", message));
        ServiceRequest request = ServiceRequest.delete("/v1/waivers/" + id, body);
        CommandOutput.print(spec.commandLine().getOut(), ServiceAnswer.json(service.client(), request, "waiver_id"));
        return ExitCode.PASS;
    }
}
