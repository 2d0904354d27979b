package dev.shipgate.policy.confinement;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.core.common.BetaConstraints;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.LeftTupleNode;
import org.drools.core.reteoo.TerminalNode;
import org.kie.api.KieBase;

/**
 * Makes each match of a fact, and of several, take memory from the allowance. Conditions that do not restrict one
 * another have no compiled code in which a check could be: of a few thousand facts each with each other the
 * engine would otherwise make matches until there is no memory left.
 */
public final class MatchLimits {

    /** About what the engine keeps of a match of several facts. */
    private static final int MATCH_BYTES = 96;

    /** The same within {@code forall}, or a {@code not} of several: the engine makes a fact of each match there. */
    private static final int INNER_MATCH_BYTES = 3 * MATCH_BYTES;

    private static final Field CONSTRAINTS = constraintsField();

    private MatchLimits() {}

    private static Field constraintsField() {
        try {
            Field field = BetaNode.class.getDeclaredField("constraints");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Puts limits into rules that no session uses yet. */
    public static void putInto(KieBase kieBase) {
        InternalRuleBase rules = (InternalRuleBase) kieBase;
        rules.getRete()
                .getObjectTypeNodes()
                .forEach(node ->
                        node.setObjectSinkPropagator(new LimitedSinks(node.getObjectSinkPropagator(), MATCH_BYTES)));
        List<TerminalNode> terminals = rules.getReteooBuilder().getTerminalNodes().values().stream()
                .flatMap(Arrays::stream)
                .map(TerminalNode.class::cast)
                .toList();
        Set<LeftTupleNode> outer = terminals.stream()
                .flatMap(terminal -> Arrays.stream(terminal.getPathNodes()))
                .collect(Collectors.toSet());
        joins(outer.stream()).forEach(join -> limit(join, MATCH_BYTES));
        Stream<LeftTupleNode> inner = terminals.stream()
                .flatMap(terminal -> Arrays.stream(terminal.getPathEndNodes()))
                .flatMap(end -> Arrays.stream(end.getPathNodes()))
                .distinct()
                .filter(node -> !outer.contains(node));
        joins(inner).forEach(join -> limit(join, INNER_MATCH_BYTES));
    }

    private static Stream<BetaNode> joins(Stream<LeftTupleNode> nodes) {
        return nodes.filter(BetaNode.class::isInstance).map(BetaNode.class::cast);
    }

    private static void limit(BetaNode join, int bytes) {
        try {
            CONSTRAINTS.set(join, new LimitedConstraints<>((BetaConstraints<?>) join.getRawConstraints(), bytes));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
