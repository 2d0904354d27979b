package dev.shipgate.cli.releases;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.DecisionId;
import dev.shipgate.cli.remote.ServiceAnswer;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code shipgate releases mark}. */
@Command(
        name = "mark",
        description =
                "Says that the release of a decision went out, so that later ones are compared with it. To say it "
                        + "again changes nothing.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is marked, now or before",
            "2:the command is wrong, there is no such decision, or it cannot be marked",
            "3:the service gave no answer"
        },
        footer = {
            "",
            "Example:",
            "  shipgate releases mark 01a20acd-13ab-70cf-8a68-4f10e244d9d5 --url http://localhost:8080"
        },
        mixinStandardHelpOptions = true)
final class ReleasesMarkCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Parameters(
            paramLabel = "ID",
            converter = DecisionId.class,
            description = "The decision_id of the answer by which the release shipped.")
    private @Nullable UUID id;

    @Option(names = "--json", description = "Print the answer of the API, which tells more.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        byte[] body = CommandJson.mapper().writeValueAsBytes(Map.of("decision_id", String.valueOf(id)));
        ServiceRequest request = ServiceRequest.post(ShippedReleases.PATH, body, null);
        JsonNode marked = ServiceAnswer.json(service.client(), request, "shipped_at");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CommandOutput.print(out, marked);
        } else {
            out.println(ShippedReleases.COLUMNS.line(marked));
            CommandOutput.requireWritten(out);
        }
        return ExitCode.PASS;
    }
}
