package dev.shipgate.policy.confinement.limits;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.List;
import org.drools.base.base.ObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.reteoo.BaseTuple;
import org.drools.base.rule.Pattern;
import org.drools.base.rule.constraint.BetaConstraint;
import org.drools.core.RuleBaseConfiguration;
import org.drools.core.common.BetaConstraints;
import org.drools.core.reteoo.BetaMemory;
import org.drools.core.reteoo.Tuple;
import org.drools.core.reteoo.builder.BuildContext;
import org.drools.util.bitmask.BitMask;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The constraints of a fact that matches beside others; each fact that fulfils them takes memory from the allowance.
 */
@SuppressWarnings({"rawtypes", "serial", "TypeParameterUnusedInFormals"}) // As the engine declares them.
final class LimitedConstraints<C> implements BetaConstraints<C> {

    private static final long serialVersionUID = 1;

    private final transient BetaConstraints<C> constraints;
    private final int bytes;
    private final int bytesBefore;

    /**
     * Takes so many bytes for each match.
     *
     * @param bytesBefore so many for each match of the conditions before, whether or not a fact matches beside it
     */
    LimitedConstraints(BetaConstraints<C> constraints, int bytes, int bytesBefore) {
        this.constraints = constraints;
        this.bytes = bytes;
        this.bytesBefore = bytesBefore;
    }

    private boolean taken(boolean allowed) {
        if (allowed) {
            EvaluationAllowance.take(bytes);
        } else {
            EvaluationAllowance.check();
        }
        return allowed;
    }

    @Override
    public boolean isAllowedCachedLeft(C context, FactHandle handle) {
        try {
            return taken(constraints.isAllowedCachedLeft(context, handle));
        } catch (RuntimeException e) {
            throw new ConditionFailedException(e, handle.getObject());
        }
    }

    @Override
    public boolean isAllowedCachedRight(BaseTuple tuple, C context) {
        try {
            return taken(constraints.isAllowedCachedRight(tuple, context));
        } catch (RuntimeException e) {
            throw new ConditionFailedException(e, tuple.toObjects());
        }
    }

    @Override
    public C createContext() {
        return constraints.createContext();
    }

    /**
     * Asks for the time: before this the engine looks through all that have the same hash, each of which may be long.
     */
    @Override
    public void updateFromTuple(C context, ValueResolver resolver, Tuple tuple) {
        EvaluationAllowance.check();
        if (bytesBefore > 0 && !isOfRequest(tuple)) {
            EvaluationAllowance.take(bytesBefore);
        }
        constraints.updateFromTuple(context, resolver, tuple);
    }

    /** Whether it is one fact of the request, for which memory is set aside with the request itself. */
    private static boolean isOfRequest(Tuple tuple) {
        return tuple.size() == 1 && tuple.getPropagationContext().getRuleOrigin() == null;
    }

    @Override
    public void updateFromFactHandle(C context, ValueResolver resolver, FactHandle handle) {
        EvaluationAllowance.check();
        constraints.updateFromFactHandle(context, resolver, handle);
    }

    @Override
    public BetaConstraint[] getConstraints() {
        return constraints.getConstraints();
    }

    @Override
    public BetaConstraints<C> getOriginalConstraint() {
        return this;
    }

    @Override
    public boolean isIndexed() {
        return constraints.isIndexed();
    }

    @Override
    public int getIndexCount() {
        return constraints.getIndexCount();
    }

    @Override
    public boolean isEmpty() {
        return constraints.isEmpty();
    }

    @Override
    public BetaMemory createBetaMemory(RuleBaseConfiguration configuration, int nodeType) {
        return constraints.createBetaMemory(configuration, nodeType);
    }

    @Override
    public void resetTuple(C context) {
        constraints.resetTuple(context);
    }

    @Override
    public void resetFactHandle(C context) {
        constraints.resetFactHandle(context);
    }

    @Override
    public BitMask getListenedPropertyMask(Pattern pattern, ObjectType type, List<String> properties) {
        return constraints.getListenedPropertyMask(pattern, type, properties);
    }

    @Override
    public void init(BuildContext context, int nodeType) {
        constraints.init(context, nodeType);
    }

    @Override
    public void initIndexes(int depth, int nodeType, RuleBaseConfiguration configuration) {
        constraints.initIndexes(depth, nodeType, configuration);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T cloneIfInUse() {
        return (T) this;
    }

    @Override
    public boolean isLeftUpdateOptimizationAllowed() {
        return constraints.isLeftUpdateOptimizationAllowed();
    }

    @Override
    public void registerEvaluationContext(BuildContext context) {
        constraints.registerEvaluationContext(context);
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        constraints.writeExternal(out);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
        constraints.readExternal(in);
    }
}
