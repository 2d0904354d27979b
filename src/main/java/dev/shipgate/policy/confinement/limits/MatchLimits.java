package dev.shipgate.policy.confinement.limits;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.drools.base.rule.EvalCondition;
import org.drools.core.common.BetaConstraints;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.AccumulateNode;
import org.drools.core.reteoo.BetaNode;
import org.drools.core.reteoo.EvalConditionNode;
import org.drools.core.reteoo.LeftTupleNode;
import org.drools.core.reteoo.NotNode;
import org.drools.core.reteoo.TerminalNode;
import org.kie.api.KieBase;

/**
 * Makes each match of a fact, and of several, take memory from the allowance. Conditions that do not restrict one
 * another have no compiled code in which a check could be: of a few thousand facts each with each other the
 * engine would otherwise make matches until there is no memory left.
 */
public final class MatchLimits {

    /** The approximate bytes that the engine keeps of a match of several facts. */
    private static final int MATCH_BYTES = 96;

    /** The same within {@code forall}, or a {@code not} of several: the engine makes a fact of each match there. */
    private static final int INNER_MATCH_BYTES = 3 * MATCH_BYTES;

    /**
     * The approximate bytes that it keeps of a result accumulated beside a match: a state, a fact and a match of that.
     */
    private static final int RESULT_BYTES = 4 * MATCH_BYTES;

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
        List<LeftTupleNode> inner = terminals.stream()
                .flatMap(terminal -> Arrays.stream(terminal.getPathEndNodes()))
                .flatMap(end -> Arrays.stream(end.getPathNodes()))
                .distinct()
                .filter(node -> !outer.contains(node))
                .toList();
        limit(outer, MATCH_BYTES);
        limit(inner, INNER_MATCH_BYTES);
    }

    private static void limit(Collection<LeftTupleNode> nodes, int bytes) {
        for (LeftTupleNode node : nodes) {
            if (node instanceof BetaNode join) {
                limit(join, bytes);
            } else if (node instanceof EvalConditionNode eval) {
                EvalCondition condition = eval.getCondition();
                condition.setEvalExpression(new LimitedEval(condition.getEvalExpression(), bytes));
            }
        }
    }

    /**
     * The bytes that the engine keeps where nothing is there that matches: of a {@code not} a match, and of an
     * accumulate a result.
     */
    private static int bytesBefore(BetaNode join) {
        return join instanceof AccumulateNode ? RESULT_BYTES : join instanceof NotNode ? MATCH_BYTES : 0;
    }

    private static void limit(BetaNode join, int bytes) {
        try {
            CONSTRAINTS.set(
                    join,
                    new LimitedConstraints<>((BetaConstraints<?>) join.getRawConstraints(), bytes, bytesBefore(join)));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The constraints of a join cannot be limited", e);
        }
    }
}
