package dev.shipgate.cli.decisions;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.command.Printable;
import dev.shipgate.cli.remote.DecisionId;
import dev.shipgate.cli.remote.QueryString;
import dev.shipgate.cli.remote.ServiceAnswer;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code shipgate decisions replay}. */
@Command(
        name = "replay",
        description = "Has the service evaluate the request of a decision again, and prints what differs. Nothing is "
                + "recorded.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the answer is the same as then",
            "1:it is another, or the request is not that of then any more, as values were masked",
            "2:the command is wrong, or there is no such decision or ruleset",
            "3:the service gave no answer"
        },
        footer = {
            "",
            "Example:",
            "  shipgate decisions replay 01a20acd-13ab-70cf-8a68-4f10e244d9d5 --url http://localhost:8080"
        },
        mixinStandardHelpOptions = true)
final class DecisionsReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Parameters(paramLabel = "ID", converter = DecisionId.class, description = "The decision_id of an answer.")
    private @Nullable UUID id;

    @Option(
            names = "--ruleset",
            paramLabel = "VERSION",
            description = "The rules to evaluate it with, or active for those of now; those that decided then if it is "
                    + "left out.")
    private @Nullable String ruleset;

    @Option(names = "--json", description = "Print the answer of the API, with both answers whole.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String path = new QueryString().add("ruleset", ruleset).behind("/v1/decisions/" + id + "/replay");
        ServiceRequest request = ServiceRequest.post(path, null, null);
        JsonNode replay = ServiceAnswer.json(service.client(), request, "identical");
        boolean same = replay.path("identical").isBoolean()
                && replay.path("identical").booleanValue()
                && replay.path("exact").asBoolean();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CommandOutput.print(out, replay);
        } else {
            report(replay, same, out);
        }
        return same ? ExitCode.PASS : ExitCode.BLOCKED;
    }

    private static void report(JsonNode replay, boolean same, PrintWriter out) {
        out.println((same ? "The same answer" : "Not the same answer") + " under "
                + replay.path("ruleset").path("version").asText());
        replay.path("masked")
                .forEach(pointer -> out.println(Printable.line(pointer.asText() + ": was masked in the record")));
        replay.path("differences")
                .forEach(difference -> out.println(Printable.line(
                        difference.path("pointer").asText() + ": recorded " + written(difference.get("recorded"))
                                + ", replayed " + written(difference.get("replayed")))));
        CommandOutput.requireWritten(out);
    }

    private static String written(@Nullable JsonNode value) {
        return value == null ? "nothing" : value.toString();
    }
}
