package dev.shipgate.policy.confinement.limits;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A condition threw. Knows on which facts; the cause says why. */
public final class ConditionFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient List<Object> facts;

    ConditionFailedException(RuntimeException cause, @Nullable Object... facts) {
        super(null, cause, false, false);
        this.facts = Arrays.stream(facts).filter(Objects::nonNull).toList();
    }

    /** The facts that it was tried on: of facts that are matched with one another, those that are known. */
    public List<Object> facts() {
        return facts;
    }
}
