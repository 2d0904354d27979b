package dev.shipgate.decision.evidence;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the names of missing fields. */
public final class MissingFields {

    private final List<String> names = new ArrayList<>(0);

    /** Notes the name if there is no value. */
    public MissingFields check(String name, @Nullable Object value) {
        return check(name, value == null);
    }

    /** Notes the name if the field is missing. */
    public MissingFields check(String name, boolean isMissing) {
        if (isMissing) {
            names.add(name);
        }
        return this;
    }

    /** The names of the missing fields, in the order of the checks. */
    public List<String> names() {
        return List.copyOf(names);
    }
}
