package dev.shipgate.policy.confinement;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.drools.core.common.BetaConstraints;
import org.drools.core.impl.InternalRuleBase;
import org.drools.core.reteoo.BetaNode;
import org.kie.api.KieBase;

/**
 * Makes each match of several facts take memory from the allowance. Conditions that do not restrict one
 * another have no compiled code in which a check could be: of a few thousand facts each with each other the
 * engine would otherwise make matches until there is no memory left.
 */
public final class MatchLimits {

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
        ((InternalRuleBase) kieBase)
                .getReteooBuilder().getTerminalNodes().values().stream()
                        .flatMap(Arrays::stream)
                        .flatMap(terminal -> Arrays.stream(terminal.getPathEndNodes()))
                        .flatMap(end -> Arrays.stream(end.getPathNodes()))
                        .distinct()
                        .forEach(node -> {
                            if (node instanceof BetaNode join) {
                                limit(join);
                            }
                        });
    }

    private static void limit(BetaNode join) {
        try {
            CONSTRAINTS.set(join, new LimitedConstraints<>((BetaConstraints<?>) join.getRawConstraints()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
