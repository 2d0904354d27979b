package dev.shipgate.policy.lint.read;

import dev.shipgate.number.Range;
import dev.shipgate.policy.lint.syntax.Conversions;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AccumulateDescr.AccumulateFunctionCallDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.mvel.parser.ast.expr.DrlxExpression;

/** The results of the functions of an {@code accumulate}. */
public final class AccumulateResults {

    public static final Set<String> WITHOUT_VALUE =
            Set.of("average", "averageBD", "min", "minI", "minL", "minN", "max", "maxI", "maxL", "maxN", "median");

    private AccumulateResults() {}

    /**
     * The results that get a name.
     *
     * @param pattern which asks for something of the results
     * @param names the meanings of the names in the arguments of the functions
     */
    static Stream<Meaning> of(AccumulateDescr accumulate, PatternDescr pattern, Names names) {
        boolean alone = accumulate.getFunctions().size() == 1;
        boolean ofSome = alone || hasACount(accumulate, conditions(pattern));
        return accumulate.getFunctions().stream()
                .filter(function -> function.getBind() != null)
                .map(function -> {
                    Optional<Meaning> argument = argument(function, names);
                    Meaning result = of(function, argument);
                    boolean ofValues =
                            alone || argument.filter(Meaning::mayBeNull).isEmpty();
                    boolean mayBeNull = WITHOUT_VALUE.contains(function.getFunction()) && !(ofSome && ofValues);
                    return mayBeNull ? result.orNull() : result;
                });
    }

    /**
     * Whether one of its functions counts, and a condition asks for that count. Otherwise an accumulate of several
     * functions also matches over nothing.
     *
     * @param conditions on the results, as they are written
     */
    public static boolean hasACount(AccumulateDescr accumulate, List<String> conditions) {
        return accumulate.getFunctions().stream()
                .filter(function -> function.getFunction().equals("count") && function.getBind() != null)
                .anyMatch(function ->
                        conditions.stream().anyMatch(condition -> Expressions.mentions(condition, function.getBind())));
    }

    private static List<String> conditions(PatternDescr pattern) {
        return pattern.getConstraint().getDescrs().stream()
                .flatMap(asked -> asked instanceof ExprConstraintDescr condition
                        ? Stream.of(condition.getExpression())
                        : Stream.empty())
                .toList();
    }

    private static Optional<Meaning> argument(AccumulateFunctionCallDescr function, Names names) {
        return List.of(function.getParams()).stream()
                .findFirst()
                .flatMap(Expressions::condition)
                .map(DrlxExpression::getExpr)
                .flatMap(names::meaning);
    }

    private static Meaning of(AccumulateFunctionCallDescr function, Optional<Meaning> argument) {
        String name = function.getBind();
        return switch (function.getFunction()) {
            case "count" -> Meaning.of(name, Long.class).within(Range.NOT_NEGATIVE);
            case "average", "median" -> Meaning.of(name, Double.class).within(rangeOf(argument));
            case "variance", "standardDeviation" ->
                Meaning.of(name, Double.class).within(Range.NOT_NEGATIVE);
            case "sum" -> like(argument, name).within(rangeOfSum(argument));
            case "min", "max" -> like(argument, name).within(rangeOf(argument));
            default -> Meaning.of(name, Object.class);
        };
    }

    private static Meaning like(Optional<Meaning> argument, String name) {
        return argument.map(of -> Meaning.of(name, Conversions.boxed(of.type())))
                .orElse(Meaning.of(name, Object.class));
    }

    private static Range rangeOf(Optional<Meaning> argument) {
        return argument.map(Meaning::range).orElse(Range.ANY);
    }

    /** Parts of a whole are not one when they are added. */
    private static Range rangeOfSum(Optional<Meaning> argument) {
        return rangeOf(argument).min() >= 0 ? Range.NOT_NEGATIVE : Range.ANY;
    }
}
