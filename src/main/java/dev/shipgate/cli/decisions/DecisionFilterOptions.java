package dev.shipgate.cli.decisions;

import dev.shipgate.cli.remote.QueryString;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that select decisions: the parameters of the API. The service checks them, and reports the problems. */
final class DecisionFilterOptions {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "load_gate, retry_storms, capacity or release_readiness.")
    private @Nullable String kind;

    @Option(names = "--service", paramLabel = "NAME", description = "The service that was to be released.")
    private @Nullable String service;

    @Option(names = "--environment", paramLabel = "NAME", description = "Where it was to run.")
    private @Nullable String environment;

    @Option(names = "--release-version", paramLabel = "VERSION", description = "What was to run.")
    private @Nullable String version;

    @Option(names = "--route", paramLabel = "NAME", description = "A route that it was about.")
    private @Nullable String route;

    @Option(names = "--rule", paramLabel = "NAME", description = "A rule that fired.")
    private @Nullable String rule;

    @Option(names = "--verdict", paramLabel = "VERDICT", description = "pass, block or error.")
    private @Nullable String verdict;

    @Option(names = "--ruleset", paramLabel = "VERSION", description = "The version of the rules that decided.")
    private @Nullable String ruleset;

    @Option(
            names = "--waived",
            paramLabel = "true|false",
            description = "Whether a waiver covers any failure or blocker.")
    private @Nullable String waived;

    @Option(names = "--from", paramLabel = "INSTANT", description = "The first moment, such as 2026-11-25T10:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "The moment before which they were made.")
    private @Nullable String to;

    @Option(names = "--limit", paramLabel = "NUMBER", description = "The most decisions.")
    private @Nullable Integer limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Where an earlier list ended: its next_cursor.")
    private @Nullable String cursor;

    /** The path of the API with the given options as its query. */
    String path() {
        return new QueryString()
                .add("kind", kind)
                .add("service", service)
                .add("environment", environment)
                .add("version", version)
                .add("route", route)
                .add("rule", rule)
                .add("verdict", verdict)
                .add("ruleset", ruleset)
                .add("waived", waived)
                .add("from", from)
                .add("to", to)
                .add("limit", limit)
                .add("cursor", cursor)
                .behind("/v1/decisions");
    }
}
