package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.expr.NameExpr;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.jspecify.annotations.Nullable;

/**
 * The pattern of a rule for one fact.
 *
 * @param name of the kind of fact, as it is written
 * @param kind null when it is declared in a rule file
 * @param isFact whether it is about the facts of the evaluation, and not about values that are taken out of them
 * @param isDenied whether there must be no such fact
 * @param named the names that were given before it, and are of other facts
 * @param conditions of it, in the order of the text
 * @param computed the expressions that the functions of an {@code accumulate} compute with
 * @param source the {@code accumulate} that computes it; null when it is about a fact
 */
public record LintedPattern(
        String name,
        @Nullable Class<?> kind,
        boolean isFact,
        boolean isDenied,
        Set<String> named,
        List<Condition> conditions,
        List<Condition> computed,
        Spot spot,
        @Nullable AccumulateDescr source) {

    /**
     * The conditions that hold when the one of this number is tried: those before it. The engine tries those that name
     * other facts last, so that before one about this fact alone they are not among them.
     */
    public List<Condition> before(int condition) {
        List<Condition> before = conditions.subList(0, condition);
        return namesOthers(conditions.get(condition))
                ? before
                : before.stream().filter(one -> !namesOthers(one)).toList();
    }

    private boolean namesOthers(Condition condition) {
        return Expressions.all(condition.expression(), NameExpr.class).stream()
                .anyMatch(name -> named.contains(name.getNameAsString()));
    }

    /** The condition in which something is compared. */
    public Condition conditionOf(Compared is) {
        return conditions.stream()
                .filter(condition ->
                        condition.compared().stream().anyMatch(one -> Expressions.isSame(one.whole(), is.whole())))
                .findFirst()
                .orElseThrow();
    }

    /** Whether it asks anywhere whether something is there. */
    boolean asksFor(String meant) {
        return conditions.stream().anyMatch(condition -> condition.asksFor(meant));
    }

    /** The parts of the fact that may be null: its fields, and entries of its maps that are compared here. */
    Stream<Meaning> namesThatMayBeNull() {
        Stream<Meaning> fields = kind == null ? Stream.empty() : Meaning.fieldsOf(kind).stream();
        Stream<Meaning> compared = conditions.stream()
                .flatMap(condition -> condition.compared().stream()
                        .flatMap(is -> Stream.of(is.left(), is.right()))
                        .flatMap(side -> condition.meaning(side).stream()));
        return Stream.concat(fields, compared).filter(Meaning::mayBeNull);
    }

    /** The kind of fact whose values are computed with; empty when this is no {@code accumulate} of facts. */
    public Optional<String> accumulated() {
        return source != null && source.getInputPattern() != null
                ? Optional.of(source.getInputPattern()).map(PatternDescr::getObjectType)
                : Optional.empty();
    }
}
