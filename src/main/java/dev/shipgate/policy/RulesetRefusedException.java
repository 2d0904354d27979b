package dev.shipgate.policy;

import java.util.List;
import java.util.stream.Collectors;

/** A ruleset cannot become active. Carries every problem that was found. */
public final class RulesetRefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<Diagnostic> diagnostics;

    RulesetRefusedException(List<Diagnostic> diagnostics) {
        super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.diagnostics = List.copyOf(diagnostics);
    }

    public List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
