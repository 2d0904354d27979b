package dev.shipgate.cli.releases;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shipgate.cli.command.CommandOutput;
import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.command.Printable;
import dev.shipgate.cli.remote.DecisionsClient;
import dev.shipgate.cli.remote.ServiceOptions;
import dev.shipgate.cli.remote.ServiceRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code shipgate releases list}. */
@Command(
        name = "list",
        description =
                "Prints the releases that shipped, newest first, a line each: when, how that is known, kind, service, "
                        + "environment, version, who said so, id; with tabs between them.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they are printed; there may be none",
            "2:the command is wrong",
            "3:the service gave no answer"
        },
        footer = {"", "Example:", "  shipgate releases list --url http://localhost:8080 --service voice-agent --limit 5"
        },
        mixinStandardHelpOptions = true)
final class ReleasesListCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--service", paramLabel = "NAME", description = "The service that shipped.")
    private @Nullable String name;

    @Option(names = "--environment", paramLabel = "NAME", description = "Where it runs.")
    private @Nullable String environment;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "The most releases.")
    private @Nullable Integer limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where an earlier list ended: its next_cursor.")
    private @Nullable String cursor;

    @Option(names = "--json", description = "Print the answer of the API, which tells what they showed.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        JsonNode answer = DecisionsClient.answer(service.client(), ServiceRequest.get(path()), "releases");
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            CommandOutput.print(out, answer);
            return ExitCode.PASS;
        }
        answer.path("releases").forEach(release -> out.println(ShippedLine.of(release)));
        CommandOutput.requireWritten(out);
        if (answer.hasNonNull("next_cursor")) {
            String next = answer.path("next_cursor").asText();
            spec.commandLine().getErr().println(Printable.line("There are more: --cursor " + next));
        }
        return ExitCode.PASS;
    }

    private String path() {
        List<String> query = new ArrayList<>();
        add(query, "service", name);
        add(query, "environment", environment);
        add(query, "limit", limit == null ? null : limit.toString());
        add(query, "cursor", cursor);
        return ShippedLine.PATH + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static void add(List<String> query, String parameter, @Nullable String value) {
        if (value != null) {
            query.add(parameter + "=" + URLEncoder.encode(value, UTF_8));
        }
    }
}
