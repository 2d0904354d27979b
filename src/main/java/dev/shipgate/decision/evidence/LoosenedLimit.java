package dev.shipgate.decision.evidence;

import dev.shipgate.policy.Finding;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A limit in whose place a rule put a looser one. People are told of limits that the caller asked for, or that the
 * policy had set before; not of limits that the policy alone has for a service: nobody reads a warning that is in each
 * answer. Where no limit holds in its place nothing is judged, which blocks by itself.
 *
 * @param rule the rule that put the looser one there
 * @param detail a sentence for people that names the limit that does not hold, and the one that does
 */
public record LoosenedLimit(String rule, String detail) {

    /** The reason of a warning that tells of one. */
    public static final String REASON = "limit_loosened";

    /**
     * The first finding that holds; empty where none does, or where any of them is as strict as the limit.
     *
     * @param held the findings that rules put in the place of the limit, and that hold now
     */
    public static <T> Optional<LoosenedLimit> by(
            List<Finding<T>> held, Predicate<T> isAsStrict, Function<T, String> detail) {
        return held.stream().map(Finding::fact).anyMatch(isAsStrict)
                ? Optional.empty()
                : held.stream()
                        .findFirst()
                        .map(first -> new LoosenedLimit(first.rule().rule(), detail.apply(first.fact())));
    }
}
