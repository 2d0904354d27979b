package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ExpressionStmt;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRule;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rules of which nothing comes when they fire. */
public final class NoEffects implements SlipCheck {

    private static final Pattern COMMENT = Pattern.compile("//|/?\\*");

    private static final Pattern EFFECT = Pattern.compile("\\b(?:insert|insertLogical|update|modify|delete)[ \\t]*\\(");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.rules().stream().flatMap(rule -> slip(rule).stream());
    }

    private static Optional<Diagnostic> slip(LintedRule rule) {
        Optional<String> madeAndLeft = rule.consequences().stream()
                .flatMap(code -> code.all(ExpressionStmt.class).stream())
                .map(ExpressionStmt::getExpression)
                .filter(ObjectCreationExpr.class::isInstance)
                .map(made -> ((ObjectCreationExpr) made).getType().getNameAsString())
                .findFirst();
        if (madeAndLeft.isPresent()) {
            String kind = madeAndLeft.get();
            return warning(
                    rule, "The rule makes a " + kind + " that nobody sees. Maybe insert(new " + kind + "(...))?");
        }
        if (rule.consequences().stream().anyMatch(Effects::isIn)) {
            return Optional.empty();
        }
        return rule.consequences().stream()
                        .flatMap(code -> code.source().lines())
                        .anyMatch(NoEffects::isCommentedOut)
                ? warning(rule, "All that this rule does when it fires is commented out. Maybe leave the rule out?")
                : warning(rule, "Nothing comes of this rule when it fires. Maybe it lacks an insert(...)?");
    }

    private static boolean isCommentedOut(String line) {
        Matcher comment = COMMENT.matcher(line);
        return comment.find() && EFFECT.matcher(line).find(comment.end());
    }

    private static Optional<Diagnostic> warning(LintedRule rule, String message) {
        return Optional.of(rule.spot().warning(SlipCodes.NO_EFFECT, message));
    }
}
