package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Constants;
import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.collections.Lookups;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.Collection;
import java.util.Iterator;
import org.drools.model.From;
import org.drools.model.Value;
import org.drools.model.Variable;
import org.drools.model.functions.Function0;
import org.drools.model.functions.Function1;
import org.drools.model.functions.Function2;
import org.drools.model.functions.Operator;
import org.drools.model.operators.ContainsOperator;
import org.drools.model.operators.ExcludesOperator;
import org.drools.model.operators.MatchesOperator;
import org.drools.model.operators.MemberOfOperator;
import org.drools.modelcompiler.dsl.pattern.D;
import org.jspecify.annotations.Nullable;

/** Calls of compiled rules on the engine with values of their authors. */
public final class EngineCalls {

    /** The bytes, roughly, that the engine keeps for each fact that comes from a list. */
    private static final int FACT_BYTES = 384;

    private EngineCalls() {}

    /** Compares with an operator that has a name. */
    @Replaces(value = D.class, isStatic = true)
    @SuppressWarnings("varargs")
    @SafeVarargs
    public static <A, B> boolean eval(Operator<A, B> operator, @Nullable A value, B... arguments) {
        if (operator.equals(MatchesOperator.INSTANCE)) {
            return value != null && Regexes.matches(Texts.valueOf(value), Texts.valueOf(arguments[0]));
        }
        if (operator.equals(ContainsOperator.INSTANCE) || operator.equals(ExcludesOperator.INSTANCE)) {
            Boolean isIn = Lookups.isIn(value, arguments[0]);
            if (isIn != null) {
                return isIn == operator.equals(ContainsOperator.INSTANCE);
            }
        }
        if (operator.equals(MemberOfOperator.INSTANCE)) {
            Boolean isIn = Lookups.isIn(arguments[0], value);
            if (isIn != null) {
                return isIn;
            }
        }
        if (value instanceof String text && arguments[0] instanceof String sought) {
            Texts.requireQuick(text, sought);
        }
        return D.eval(operator, value, arguments);
    }

    /** Takes facts from a value that is made once, with the rule, and is there for all evaluations. */
    @Replaces(value = D.class, isStatic = true)
    public static <T> From<T> from(T value) {
        if (value instanceof Collection<?> elements) {
            elements.forEach(EngineCalls::requireConstant);
        } else {
            requireConstant(value);
        }
        return D.from(value);
    }

    /** Takes facts from a list that another fact has. */
    @Replaces(value = D.class, isStatic = true)
    public static <T> From<T> from(Variable<T> variable) {
        return D.from(variable, EngineCalls::taken);
    }

    /** Takes facts from a value that a rule computes without any other value. */
    @Replaces(value = D.class, isStatic = true)
    public static <T> From<T> from(Function0<T> source) {
        return D.from(() -> taken(source.apply()));
    }

    /** Takes facts from a value that a rule computes from one other value. */
    @Replaces(value = D.class, isStatic = true)
    public static <T> From<T> from(Variable<T> variable, Function1<T, ?> source) {
        return D.from(variable, value -> taken(source.apply(value)));
    }

    /** Takes facts from a value that a rule computes from two other values. */
    @Replaces(value = D.class, isStatic = true)
    public static <A, B> From<A> from(Variable<A> one, Variable<B> other, Function2<A, B, ?> source) {
        return D.from(one, other, (first, second) -> taken(source.apply(first, second)));
    }

    /**
     * Takes the memory that the engine needs for each of the facts, which must be there at once: a handle and a match.
     */
    private static <T extends @Nullable Object> T taken(T facts) {
        if (facts instanceof Collection<?> all) {
            EvaluationAllowance.take((long) FACT_BYTES * all.size());
        } else if (facts instanceof Iterable<?> || facts instanceof Iterator<?> || isArray(facts)) {
            throw new IllegalArgumentException("Facts must come from a list, a set or one value.");
        }
        return facts;
    }

    private static boolean isArray(@Nullable Object facts) {
        return facts != null && facts.getClass().isArray();
    }

    /** An argument of a query that is made once, with the rule, and is there for all evaluations. */
    @Replaces(value = D.class, isStatic = true)
    public static <T> Value<T> valueOf(T value) {
        requireConstant(value);
        return D.valueOf(value);
    }

    private static void requireConstant(@Nullable Object value) {
        if (value != null && !Constants.isOfConstantType(value)) {
            throw new IllegalArgumentException("A value that a rule is made with must be a text, a number or a date: "
                    + "it would keep from one evaluation to the next what is put into it.");
        }
    }
}
