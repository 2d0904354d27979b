package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.expr.FieldAccessExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** {@code others.ttft}, which compiles, and fails where it is compared with a number. */
public final class EntriesAfterDots implements SlipCheck {

    /** The members of a map itself. */
    private static final Set<String> OF_THE_MAP = Set.of("size", "empty", "class");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.conditions()
                .flatMap(condition -> Expressions.all(condition.expression(), FieldAccessExpr.class).stream()
                        .filter(entry -> !OF_THE_MAP.contains(entry.getNameAsString()))
                        .filter(entry -> condition
                                .meaning(entry.getScope())
                                .filter(map -> Map.class.isAssignableFrom(map.type())
                                        && map.name().endsWith("others"))
                                .isPresent())
                        .map(entry -> slip(condition, entry)));
    }

    private static Diagnostic slip(Condition condition, FieldAccessExpr entry) {
        return condition
                .spot(entry)
                .warning(
                        "entry-after-dot",
                        "The rule fails on each release that has it: " + Expressions.text(entry)
                                + " is no field. Maybe " + Expressions.text(entry.getScope()) + "[\""
                                + entry.getNameAsString() + "\"]?");
    }
}
