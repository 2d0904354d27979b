package dev.shipgate.policy.drl.slips;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.drl.RuleRegion;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An error of the compiler about a part of a rule file.
 *
 * @param error as the compiler says it
 * @param region the rule that it is about, as it is written
 * @param rule the name of the rule; null outside rules
 */
record ErrorInRule(
        Diagnostic error, RuleRegion region, @Nullable String rule) {

    private static final Pattern NAME_GIVEN = Pattern.compile("(\\$\\w+)\\s*:(?!:)");
    private static final Pattern KIND = Pattern.compile("\\b([A-Z]\\w*)\\s*\\(");
    private static final Pattern OR = Pattern.compile("\\|\\|");

    String message() {
        return error.message();
    }

    /** Whether the compiler names no place below {@code then}. */
    boolean isInConditions() {
        return error.line() <= region.place(region.conditionsEnd()).line();
    }

    /** The same error in other words and where it really is. */
    Diagnostic at(int offset, String message) {
        Place place = region.place(offset);
        return Diagnostic.error(error.file(), place.line(), place.column(), rule, error.code(), message);
    }

    Optional<Matcher> inConditions(Pattern sought) {
        return region.findInConditions(sought);
    }

    Stream<MatchResult> allInConditions(Pattern sought) {
        return region.allInConditions(sought);
    }

    /** From the line on that the compiler names, if it names one there. */
    Optional<Matcher> inConsequence(Pattern sought) {
        return region.findInConsequence(sought, region.text().startOf(error.line()))
                .or(() -> region.findInConsequence(sought));
    }

    /** The names that the rule gives in its conditions, such as {@code $p95}. */
    List<String> namesGiven() {
        return allInConditions(NAME_GIVEN).map(found -> found.group(1)).toList();
    }

    /** The kind of fact between whose brackets a place in the conditions is; empty when it is between none. */
    String kindAround(int offset) {
        return allInConditions(KIND)
                .filter(found -> found.start() < offset)
                .reduce((one, later) -> later)
                .map(found -> found.group(1))
                .orElse("");
    }

    /** The kind of the fact that has a name, such as {@code $metrics}; empty when a condition has it, or nothing. */
    Optional<String> kindOf(String name) {
        return inConditions(Pattern.compile("(?<![$\\w])" + Pattern.quote(name) + "\\s*:\\s*([A-Z]\\w*)\\s*\\("))
                .map(found -> found.group(1));
    }

    /** The sign that joins two conditions here: a comma cannot stand within alternatives. */
    String and() {
        return inConditions(OR).isPresent() ? " && " : ", ";
    }
}
