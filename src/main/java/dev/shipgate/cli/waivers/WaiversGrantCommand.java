package dev.shipgate.cli.waivers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shipgate.cli.command.CommandJson;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.ServiceAnswer;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shipgate waivers grant}. The service checks the values, and reports the problems. */
@Command(
        name = "grant",
        description =
                "Grants a waiver, and prints it as JSON. Without an environment, a version or a route it is for any; "
                        + "without a part it is for a failure of the load gate. It counts only for others than the one "
                        + "who granted it.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is granted",
            "2:the command is wrong, the policy does not let this be waived, or the service has too many waivers",
            "3:the service gave no answer, so nobody knows; list the waivers"
        },
        footer = {
            "",
            "Example:",
            "  shipgate waivers grant --service voice-agent --reason latency --route book_table \\",
            "    --until 2026-12-15T00:00:00Z --justification \"Agreed with sales\" --url http://localhost:8080"
        },
        mixinStandardHelpOptions = true)
final class WaiversGrantCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--service", required = true, paramLabel = "NAME", description = "The service that it is for.")
    private String name = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "REASON",
            description = "The reason of the failure or the blocker, such as latency.")
    private String reason = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "INSTANT",
            description = "When it ends, such as 2026-12-15T00:00:00Z.")
    private String until = "";

    @Option(
            names = "--justification",
            required = true,
            paramLabel = "TEXT",
            description = "Why the release may ship all the same.")
    private String justification = "";

    @Option(names = "--environment", paramLabel = "NAME", description = "The environment that it is for.")
    private @Nullable String environment;

    @Option(names = "--release-version", paramLabel = "VERSION", description = "The version that it is for.")
    private @Nullable String version;

    @Option(names = "--route", paramLabel = "NAME", description = "The route whose failure it is for.")
    private @Nullable String route;

    @Option(
            names = "--part",
            paramLabel = "NAME",
            description = "The part of a release's readiness whose blocker it is for, such as capacity.")
    private @Nullable String part;

    @Option(names = "--ticket", paramLabel = "TEXT", description = "Where it was agreed on.")
    private @Nullable String ticket;

    @Override
    public Integer call() throws IOException, InterruptedException {
        ServiceRequest request = ServiceRequest.post("/v1/waivers", body(), null);
        CommandOutput.print(spec.commandLine().getOut(), ServiceAnswer.json(service.client(), request, "waiver_id"));
        return ExitCode.PASS;
    }

    private byte[] body() throws IOException {
        ObjectMapper json = CommandJson.mapper();
        ObjectNode body = json.createObjectNode();
        put(body, "service", name);
        put(body, "environment", environment);
        put(body, "version", version);
        put(body, "route", route);
        put(body, "part", part);
        put(body, "reason", reason);
        put(body, "until", until);
        put(body, "justification", justification);
        put(body, "ticket", ticket);
        return json.writeValueAsBytes(body);
    }

    private static void put(ObjectNode body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
