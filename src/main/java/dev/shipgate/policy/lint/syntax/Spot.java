package dev.shipgate.policy.lint.syntax;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.Diagnostic.Severity;
import org.jspecify.annotations.Nullable;

/**
 * A place in a rule file.
 *
 * @param file the path below the rules folder
 * @param line from 1
 * @param column from 1
 * @param rule the rule it is in; null outside rules
 */
public record Spot(
        String file, int line, int column, @Nullable String rule) {

    /** The error for a passage that nobody can mean as it is written. */
    public Diagnostic refusal(String code, String message) {
        return new Diagnostic(file, line, column, rule, Severity.ERROR, code, message);
    }

    /** The warning for a passage that may be meant, and mostly is not. */
    public Diagnostic warning(String code, String message) {
        return new Diagnostic(file, line, column, rule, Severity.WARNING, code, message);
    }
}
