package dev.shipgate.cli.releases;

import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.ListedPage;
import dev.shipgate.cli.remote.QueryString;
import dev.shipgate.cli.remote.ServiceOptions;
import java.io.IOException;
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
        String path = new QueryString()
                .add("service", name)
                .add("environment", environment)
                .add("limit", limit)
                .add("cursor", cursor)
                .behind(ShippedReleases.PATH);
        ListedPage.read(service.client(), path, "releases").print(spec, ShippedReleases.COLUMNS, json);
        return ExitCode.PASS;
    }
}
