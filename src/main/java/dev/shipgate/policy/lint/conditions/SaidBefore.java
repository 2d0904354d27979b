package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The knowledge when a part of a condition is computed: the conditions before it hold, and so does the part before its
 * {@code &&} and {@code ?}; the part before its {@code ||} does not.
 */
final class SaidBefore {

    /** One thing that is known, and all that was known before. */
    private record Known(@Nullable Known before, Condition of, Expression said, boolean holds) {

        boolean meansThere(String name) {
            return of.meansThere(said, holds, name);
        }
    }

    private final IdentityHashMap<Node, @Nullable Known> known = new IdentityHashMap<>();
    private final Condition condition;

    /**
     * Reads a condition.
     *
     * @param before all that stand before it between the same brackets
     */
    SaidBefore(List<Condition> before, Condition condition) {
        this.condition = condition;
        @Nullable Known all = null;
        for (Condition one : before) {
            all = new Known(all, one, one.expression(), true);
        }
        read(condition.expression(), all);
    }

    private void read(Node part, @Nullable Known before) {
        known.put(part, before);
        if (part instanceof BinaryExpr binary && Expressions.joins(binary)) {
            boolean holds = binary.getOperator() == BinaryExpr.Operator.AND;
            read(binary.getLeft(), before);
            read(binary.getRight(), new Known(before, condition, binary.getLeft(), holds));
        } else if (part instanceof ConditionalExpr choice) {
            read(choice.getCondition(), before);
            read(choice.getThenExpr(), new Known(before, condition, choice.getCondition(), true));
            read(choice.getElseExpr(), new Known(before, condition, choice.getCondition(), false));
        } else {
            Expressions.parts(part).forEach(inner -> read(inner, before));
        }
    }

    /** Whether the value of this name is never null where a part is computed. */
    boolean isThere(String name, Expression part) {
        return of(part).anyMatch(one -> one.meansThere(name));
    }

    /** The questions that are asked before a part is computed, without those whether something is null. */
    Stream<String> asked(Expression part) {
        return of(part).filter(one -> Compared.in(one.said()).stream().noneMatch(Compared::isWithNull))
                .map(one -> Expressions.text(one.said()));
    }

    private Stream<Known> of(Expression part) {
        return Stream.iterate(known.get(part), one -> one != null, Known::before);
    }
}
