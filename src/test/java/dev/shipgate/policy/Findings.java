package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The findings of rules, without any rules: each finding says which rule it is of. */
public final class Findings {

    private final List<Finding<?>> found = new ArrayList<>();
    private final List<Finding<?>> takenBack = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();

    /** Adds a firing of a rule of this name, and the facts that it inserted. */
    public Findings by(String rule, Object... facts) {
        RuleInfo info = new RuleInfo(rule, "test", "test/test.drl", 1, Map.of(), "");
        firings.add(new Firing(info, List.of(), new Object[0]));
        for (Object fact : facts) {
            found.add(new Finding<>(fact, info));
        }
        return this;
    }

    /** Adds a fact that a rule of this name inserted and another rule took back. */
    public Findings takenBack(String rule, Object fact) {
        takenBack.add(new Finding<>(fact, new RuleInfo(rule, "test", "test/test.drl", 1, Map.of(), "")));
        return this;
    }

    public RuleRun run() {
        return new RuleRun(List.copyOf(firings), List.copyOf(found), List.copyOf(takenBack));
    }
}
