package dev.shipgate.policy;

import java.io.Externalizable;
import java.io.ObjectInput;
import java.io.ObjectOutput;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.AccumulateFunction;

/**
 * The median, for rules: {@code import accumulate dev.shipgate.policy.MedianFunction median}. The middle
 * one of the sorted values, or the mean of the two in the middle. Null is no value. Over no values it is null: an
 * accumulate with no other function then does not match, one with several does.
 */
public class MedianFunction implements AccumulateFunction<MedianFunction.Values>, Externalizable {

    private static final long serialVersionUID = 1;

    /** The values so far. */
    public static final class Values implements Serializable {
        private static final long serialVersionUID = 1;
        private final ArrayList<Double> values = new ArrayList<>();
    }

    @Override
    public Values createContext() {
        return new Values();
    }

    @Override
    public void init(Values context) {
        context.values.clear();
    }

    @Override
    public void accumulate(Values context, @Nullable Object value) {
        if (value != null) {
            context.values.add(((Number) value).doubleValue());
        }
    }

    @Override
    public void reverse(Values context, @Nullable Object value) {
        if (value != null) {
            context.values.remove((Object) ((Number) value).doubleValue());
        }
    }

    @Override
    public @Nullable Object getResult(Values context) {
        List<Double> sorted = context.values.stream().sorted().toList();
        int size = sorted.size();
        if (size == 0) {
            return null;
        }
        int middle = size / 2;
        return size % 2 == 1 ? sorted.get(middle) : (Object) ((sorted.get(middle - 1) + sorted.get(middle)) / 2);
    }

    @Override
    public boolean supportsReverse() {
        return true;
    }

    @Override
    public Class<?> getResultType() {
        return Double.class;
    }

    @Override
    public void writeExternal(ObjectOutput out) {
        // Nothing to keep: the function has no state of its own.
    }

    @Override
    public void readExternal(ObjectInput in) {
        // Nothing was kept.
    }
}
