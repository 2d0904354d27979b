package dev.shipgate.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One rule that fired, with the facts it matched. Immutable once the evaluation has ended. */
public final class Firing {

    private final RuleInfo rule;
    private final List<String> names;
    private final Object[] values;

    public Firing(RuleInfo rule, List<String> names, Object[] values) {
        this.rule = rule;
        this.names = names;
        this.values = values;
    }

    public RuleInfo rule() {
        return rule;
    }

    /** How many values the rule bound. */
    public int size() {
        return values.length;
    }

    /** The name of a value, without the leading {@code $}, in the order of the rule's text. */
    public String name(int index) {
        return names.get(index);
    }

    /** The value itself. */
    public @Nullable Object fact(int index) {
        return values[index];
    }

    /** The values that the rule bound, by name without the leading {@code $}, in the order of the rule's text. */
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            facts.put(names.get(i), values[i]);
        }
        return facts;
    }
}
