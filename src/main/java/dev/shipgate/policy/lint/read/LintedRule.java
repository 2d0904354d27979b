package dev.shipgate.policy.lint.read;

import dev.shipgate.policy.lint.syntax.Spot;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A rule, or a query, which has no consequence.
 *
 * @param names that it gives, also to values whose type is not known
 * @param patterns all that it asks for, also within others
 * @param evals its conditions that are about no fact alone, and the expressions after its {@code from}
 * @param consequences the code that it runs: under {@code then}, and under names
 * @param inline code within an {@code accumulate}
 */
public record LintedRule(
        String name,
        LintedFile file,
        Spot spot,
        Set<String> names,
        List<LintedPattern> patterns,
        List<Condition> evals,
        List<Code> consequences,
        List<Code> inline) {

    public Stream<Condition> conditions() {
        return Stream.concat(
                patterns.stream()
                        .flatMap(pattern -> Stream.concat(pattern.computed().stream(), pattern.conditions().stream())),
                evals.stream());
    }
}
