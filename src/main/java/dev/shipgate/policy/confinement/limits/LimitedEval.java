package dev.shipgate.policy.confinement.limits;

import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Declaration;
import org.drools.base.rule.accessor.EvalExpression;
import org.jspecify.annotations.Nullable;

/**
 * A condition on the facts that were matched before, such as {@code eval}; each match that fulfils it takes memory from
 * the allowance.
 */
final class LimitedEval implements EvalExpression {

    private final EvalExpression condition;
    private final int bytes;

    /** Takes so many bytes for each match. */
    LimitedEval(EvalExpression condition, int bytes) {
        this.condition = condition;
        this.bytes = bytes;
    }

    @Override
    public boolean evaluate(BaseTuple matched, Declaration[] names, ValueResolver resolver, @Nullable Object context)
            throws Exception {
        boolean holds = condition.evaluate(matched, names, resolver, context);
        if (holds) {
            EvaluationAllowance.take(bytes);
        }
        return holds;
    }

    @Override
    public @Nullable Object createContext() {
        return condition.createContext();
    }

    @Override
    public void replaceDeclaration(Declaration declaration, Declaration resolved) {
        condition.replaceDeclaration(declaration, resolved);
    }

    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public EvalExpression clone() {
        return new LimitedEval(condition.clone(), bytes);
    }
}
