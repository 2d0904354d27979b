package dev.shipgate.policy.confinement;

import java.util.LinkedHashMap;
import org.drools.core.base.accumulators.CollectSetAccumulateFunction;

/**
 * The {@code collectSet} of rules, whose set keeps the order in which the engine gives its elements. That of the engine
 * has the order of their hash codes, which are others each time for values of enums and of types without a key.
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
