package dev.shipgate.policy;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A ruleset cannot become active. Knows every problem with it. */
public final class RulesetRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Supplier<List<Diagnostic>> search;
    private final boolean tooSlow;
    private transient @Nullable List<Diagnostic> found;

    public RulesetRefusedException(List<Diagnostic> diagnostics) {
        this(() -> diagnostics);
    }

    /** The compiler takes too long. */
    public static RulesetRefusedException tooSlow(String message) {
        return new RulesetRefusedException(() -> List.of(Diagnostic.error(null, "compiler-too-slow", message)), true);
    }

    /** To find out where errors are can take many builds, so that is left until somebody asks. */
    public RulesetRefusedException(Supplier<List<Diagnostic>> search) {
        this(search, false);
    }

    private RulesetRefusedException(Supplier<List<Diagnostic>> search, boolean tooSlow) {
        super("The rules cannot become active", null, false, false);
        this.search = search;
        this.tooSlow = tooSlow;
    }

    /** Searches for them when it is called first. */
    public synchronized List<Diagnostic> diagnostics() {
        if (found == null) {
            found = search.get();
        }
        return found;
    }

    /** Whether other rules of the ruleset would have to wait for the compiler in vain. */
    public boolean isOfTheWholeCompiler() {
        return tooSlow;
    }
}
