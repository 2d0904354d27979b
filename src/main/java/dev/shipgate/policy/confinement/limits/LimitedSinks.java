package dev.shipgate.policy.confinement.limits;

import java.io.IOException;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.util.function.Consumer;
import org.drools.core.common.BaseNode;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.common.PropagationContext;
import org.drools.core.common.ReteEvaluator;
import org.drools.core.reteoo.ModifyPreviousTuples;
import org.drools.core.reteoo.ObjectSink;
import org.drools.core.reteoo.ObjectSinkPropagator;
import org.drools.core.reteoo.TupleImpl;

/**
 * The nodes that ask for facts of one kind. The engine keeps something of each fact for each condition that it fulfils,
 * whether or not a rule ever fires on it; that takes memory from the allowance.
 */
@SuppressWarnings("serial") // The engine declares that it can be written, and writes none.
final class LimitedSinks implements ObjectSinkPropagator {

    private static final long serialVersionUID = 1;

    /** So many matches of each fact of a request are in the memory that is set aside for the request itself. */
    private static final int INCLUDED_IN_REQUEST = 12;

    /**
     * So many matches of each fact that a rule inserts are in the memory that is counted for the fact itself: about
     * those of shipped rules.
     */
    private static final int INCLUDED_IN_FACT = 4;

    private final transient ObjectSinkPropagator sinks;
    private final int bytes;

    /** Takes so many bytes for each condition that a fact fulfils. */
    LimitedSinks(ObjectSinkPropagator sinks, int bytes) {
        this.sinks = sinks;
        this.bytes = bytes;
    }

    @Override
    public void propagateAssertObject(InternalFactHandle fact, PropagationContext context, ReteEvaluator evaluator) {
        int included = context.getRuleOrigin() == null ? INCLUDED_IN_REQUEST : INCLUDED_IN_FACT;
        long before = matchesBeyond(included, fact);
        try {
            sinks.propagateAssertObject(fact, context, evaluator);
        } catch (RuntimeException e) {
            throw new ConditionFailedException(e, fact.getObject());
        }
        EvaluationAllowance.take(bytes * (matchesBeyond(included, fact) - before));
    }

    private static long matchesBeyond(int included, InternalFactHandle fact) {
        MatchCount count = new MatchCount();
        fact.forEachLeftTuple(count);
        fact.forEachRightTuple(count);
        return Math.max(0, count.matches - included);
    }

    private static final class MatchCount implements Consumer<TupleImpl> {

        private long matches;

        @Override
        public void accept(TupleImpl match) {
            matches++;
        }
    }

    @Override
    public void propagateModifyObject(
            InternalFactHandle fact,
            ModifyPreviousTuples previous,
            PropagationContext context,
            ReteEvaluator evaluator) {
        try {
            sinks.propagateModifyObject(fact, previous, context, evaluator);
        } catch (RuntimeException e) {
            throw new ConditionFailedException(e, fact.getObject());
        }
    }

    @Override
    public void byPassModifyToBetaNode(
            InternalFactHandle fact,
            ModifyPreviousTuples previous,
            PropagationContext context,
            ReteEvaluator evaluator) {
        sinks.byPassModifyToBetaNode(fact, previous, context, evaluator);
    }

    @Override
    public ObjectSinkPropagator addObjectSink(ObjectSink sink, int alphaHashing, int alphaRangeIndexing) {
        throw new UnsupportedOperationException("A rule was added to rules that are ready to run");
    }

    @Override
    public ObjectSinkPropagator removeObjectSink(ObjectSink sink) {
        throw new UnsupportedOperationException("A rule was taken from rules that are ready to run");
    }

    @Override
    public BaseNode getMatchingNode(BaseNode candidate) {
        return sinks.getMatchingNode(candidate);
    }

    @Override
    public ObjectSink[] getSinks() {
        return sinks.getSinks();
    }

    @Override
    public int size() {
        return sinks.size();
    }

    @Override
    public boolean isEmpty() {
        return sinks.isEmpty();
    }

    @Override
    public void doLinkSubnetwork(ReteEvaluator evaluator) {
        sinks.doLinkSubnetwork(evaluator);
    }

    @Override
    public void doUnlinkSubnetwork(ReteEvaluator evaluator) {
        sinks.doUnlinkSubnetwork(evaluator);
    }

    @Override
    public void writeExternal(ObjectOutput out) throws IOException {
        sinks.writeExternal(out);
    }

    @Override
    public void readExternal(ObjectInput in) throws IOException, ClassNotFoundException {
        sinks.readExternal(in);
    }
}
