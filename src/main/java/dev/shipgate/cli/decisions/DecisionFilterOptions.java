package dev.shipgate.cli.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
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
        List<String> query = new ArrayList<>();
        add(query, "kind", kind);
        add(query, "service", service);
        add(query, "environment", environment);
        add(query, "version", version);
        add(query, "route", route);
        add(query, "rule", rule);
        add(query, "verdict", verdict);
        add(query, "ruleset", ruleset);
        add(query, "from", from);
        add(query, "to", to);
        add(query, "limit", limit == null ? null : limit.toString());
        add(query, "cursor", cursor);
        return "/v1/decisions" + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    private static void add(List<String> query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + URLEncoder.encode(value, UTF_8));
        }
    }
}
