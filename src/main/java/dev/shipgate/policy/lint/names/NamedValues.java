package dev.shipgate.policy.lint.names;

import com.github.javaparser.ast.expr.LiteralExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A name for a value that is written down, as in {@code RouteMetrics(route : "find")}: it asks for nothing. */
public final class NamedValues implements SlipCheck {

    private static final Pattern NAMED = Pattern.compile("\\s*+([\\w$]++)\\s*+:=?.*", Pattern.DOTALL);

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.patterns()
                .flatMap(pattern -> pattern.conditions().stream().flatMap(condition -> slip(condition).stream()));
    }

    private static Optional<Diagnostic> slip(Condition condition) {
        Matcher named = NAMED.matcher(condition.text());
        return condition.expression() instanceof LiteralExpr value && named.matches()
                ? Optional.of(condition
                        .spot()
                        .refusal(
                                "no-condition",
                                "This gives " + Expressions.text(value) + " the name " + named.group(1)
                                        + ", and asks for nothing. Maybe " + named.group(1) + " == "
                                        + Expressions.text(value) + "?"))
                : Optional.empty();
    }
}
