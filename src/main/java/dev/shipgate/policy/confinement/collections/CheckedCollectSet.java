package dev.shipgate.policy.confinement.collections;

import java.util.LinkedHashMap;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;

/**
 * The {@code collectSet} of rules, whose set keeps the order in which the engine gives the elements. The engine's own
 * is ordered by hash code, which for enums and types without a key differs from run to run.
 */
public final class CheckedCollectSet extends CollectSetAccumulateFunction {

    private static final long serialVersionUID = 1;

    @Override
    public CollectListData createContext() {
        CollectListData collected = super.createContext();
        collected.map = new LinkedHashMap<>();
        return collected;
    }
}
