package dev.shipgate.policy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem of a file of rules, and its place.
 *
 * @param file the path below the rules folder; null when it is the folder itself
 * @param line from 1; 0 when the problem has no line
 * @param column from 1; 0 when the problem has no column
 * @param rule the rule it is in; null outside rules
 * @param severity whether the ruleset is refused for it
 * @param code a stable name of the kind of problem
 * @param message the problem, in words
 */
public record Diagnostic(
        @Nullable String file,
        int line,
        int column,
        @Nullable String rule,
        Severity severity,
        String code,
        String message) {

    /** The message of the last of very many, of which only the first are told. */
    public static final String MORE_MAY_FOLLOW = "More may follow when these are mended.";

    /** Checks the values that every problem has, wherever it was read from. */
    public Diagnostic {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
    }

    /** Whether a problem refuses the ruleset. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** A problem of a file, a folder, or a whole ruleset, which is refused for it. */
    public static Diagnostic error(@Nullable String file, String code, String message) {
        return error(file, 0, 0, null, code, message);
    }

    /** A problem for which the ruleset is refused. */
    public static Diagnostic error(
            @Nullable String file, int line, int column, @Nullable String rule, String code, String message) {
        return new Diagnostic(file, line, column, rule, Severity.ERROR, code, message);
    }

    /** A warning of a point that is not wrong with a rule, and will be missed. */
    public static Diagnostic warningAbout(RuleInfo rule, String code, String message) {
        return new Diagnostic(rule.file(), rule.line(), 1, rule.rule(), Severity.WARNING, code, message);
    }

    /** A warning of a point that is not wrong with a file, a folder, or a whole ruleset, and will be missed. */
    public static Diagnostic warning(@Nullable String file, String code, String message) {
        return new Diagnostic(file, 0, 0, null, Severity.WARNING, code, message);
    }

    /** All of them, errors first, by file and line. */
    public static List<Diagnostic> sorted(List<Diagnostic> some, List<Diagnostic> others) {
        return Stream.concat(some.stream(), others.stream())
                .sorted(Comparator.comparing(Diagnostic::severity)
                        .thenComparing(Diagnostic::file, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparingInt(Diagnostic::line))
                .toList();
    }

    /** Whether the ruleset is refused for it. */
    @JsonIgnore
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The same problem in other words. */
    public Diagnostic withMessage(String other) {
        return new Diagnostic(file, line, column, rule, severity, code, other);
    }

    /** For a list of both: a warning says that it is one. */
    public String words() {
        return (isError() ? "" : "warning: ") + this;
    }

    /** As compilers print it: {@code load-gate/budgets.drl:12:5: message [in rule "..."]}. */
    @Override
    public String toString() {
        String place = file == null ? "rules" : line == 0 ? file : file + ":" + line + ":" + column;
        return place + ": " + message + (rule == null ? "" : " [in rule \"" + rule + "\"]");
    }
}
