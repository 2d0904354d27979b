package dev.shipgate.audit.store.record;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which a decision is found.
 *
 * @param evaluatedAt to the millisecond
 * @param verdict pass, block or error
 * @param rules the names of the rules that fired, in the order of their first firing
 * @param routes the names of the routes that it was about, sorted
 * @param firings how often each rule fired
 * @param isWaived whether a waiver covers a failure or a blocker
 */
public record RecordIndex(
        UUID decisionId,
        Instant evaluatedAt,
        String kind,
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        String verdict,
        String caller,
        RulesetText ruleset,
        List<String> rules,
        List<String> routes,
        Map<FiredRule, Integer> firings,
        boolean isWaived) {

    /**
     * A rule among those of all rulesets. One whose text is changed is another.
     *
     * @param textSha256 the hash of its text, in lower-case hex
     */
    public record FiredRule(String packageName, String rule, String textSha256) {}

    /**
     * The rules that decided.
     *
     * @param files the supplier that makes a ruleset of the same version again; called when it is not stored yet
     */
    public record RulesetText(String version, java.util.function.Supplier<byte[]> files) {}
}
