package dev.shipgate.cli.rules;

import dev.shipgate.audit.record.DecisionSelection;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Options that say which decisions are evaluated again. */
final class BacktestSelectionOptions {

    private static final int MOST = 1_000_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--last",
            paramLabel = "NUMBER",
            defaultValue = "" + DecisionSelection.DEFAULT_LAST,
            description = "The most decisions, the newest that fit; 10000 if it is left out.")
    private int last = DecisionSelection.DEFAULT_LAST;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "load_gate, retry_storms, capacity or release_readiness.")
    private @Nullable String kind;

    @Option(names = "--service", paramLabel = "NAME", description = "The service that was to be released.")
    private @Nullable String service;

    @Option(names = "--environment", paramLabel = "NAME", description = "Where it was to run.")
    private @Nullable String environment;

    @Option(names = "--from", paramLabel = "INSTANT", description = "The first moment, such as 2026-11-25T10:00:00Z.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "INSTANT", description = "The moment before which they were made.")
    private @Nullable String to;

    /**
     * The decisions to take.
     *
     * @throws ParameterException when an option is wrong
     */
    DecisionSelection selection() {
        if (last < 1 || last > MOST) {
            throw wrong("--last must be 1 to " + MOST + ", but is " + last + ".");
        }
        List<String> kinds = StandaloneEvaluations.named().kinds();
        if (kind != null && !kinds.contains(kind)) {
            throw wrong("--kind must be one of " + String.join(", ", kinds) + ", but is \"" + kind + "\".");
        }
        Instant first = instant("--from", from);
        Instant end = instant("--to", to);
        if (first != null && end != null && first.isAfter(end)) {
            throw wrong("--from must not be after --to, but is " + first + ", and --to is " + end + ".");
        }
        return new DecisionSelection(kind, service, environment, first, end, last);
    }

    private @Nullable Instant instant(String option, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw wrong(option + " must be an instant such as 2026-11-25T10:00:00Z, but is \"" + text + "\".");
        }
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
