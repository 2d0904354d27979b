package dev.shipgate.cli.waivers;

import dev.shipgate.cli.command.ExitCode;
import dev.shipgate.cli.remote.Columns;
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

/** {@code shipgate waivers list}. */
@Command(
        name = "list",
        description =
                "Prints waivers, newest first, a line each: state, end, service, environment, version, route, part, "
                        + "reason, who granted it, id; with tabs between them, and - for any, and without a part for the "
                        + "load gate.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:they are printed; there may be none",
            "2:the command is wrong",
            "3:the service gave no answer"
        },
        footer = {"", "Example:", "  shipgate waivers list --state valid --url http://localhost:8080"},
        mixinStandardHelpOptions = true)
final class WaiversListCommand implements Callable<Integer> {

    private static final Columns COLUMNS = Columns.of(
            "state",
            "until",
            "service",
            "environment",
            "version",
            "route",
            "part",
            "reason",
            "granted_by",
            "waiver_id");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ServiceOptions service = new ServiceOptions();

    @Option(names = "--service", paramLabel = "NAME", description = "The service that they are for.")
    private @Nullable String name;

    @Option(names = "--state", paramLabel = "STATE", description = "valid, expired or revoked.")
    private @Nullable String state;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "The most waivers.")
    private @Nullable Integer limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where an earlier list ended: its next_cursor.")
    private @Nullable String cursor;

    @Option(names = "--json", description = "Print the answer of the API, which tells more.")
    private boolean json;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String path = new QueryString()
                .add("service", name)
                .add("state", state)
                .add("limit", limit)
                .add("cursor", cursor)
                .behind("/v1/waivers");
        ListedPage.read(service.client(), path, "waivers").print(spec, COLUMNS, json);
        return ExitCode.PASS;
    }
}
