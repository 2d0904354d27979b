package dev.shipgate.policy;

import java.util.List;
import java.util.function.Supplier;

/** A ruleset cannot become active. Knows every problem with it. */
public final class RulesetRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Supplier<List<Diagnostic>> search;

    RulesetRefusedException(List<Diagnostic> diagnostics) {
        this(() -> diagnostics);
    }

    /** To find out where errors are can take many builds, so that is left until somebody asks. */
    RulesetRefusedException(Supplier<List<Diagnostic>> search) {
        super("The rules cannot become active", null, false, false);
        this.search = search;
    }

    /** Searches for them; to be called once. */
    public List<Diagnostic> diagnostics() {
        return search.get();
    }
}
