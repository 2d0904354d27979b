package dev.shipgate.policy.lint.texts;

import com.github.javaparser.ast.expr.StringLiteralExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRule;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A name within a text of a consequence, {@code "It is $p95."}, which stays as it is written. */
public final class NamesInTexts implements SlipCheck {

    private static final Pattern NAME = Pattern.compile("\\$\\{?+(\\w++)");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.rules().stream()
                .flatMap(rule -> rule.consequences().stream()
                        .flatMap(code ->
                                code.all(StringLiteralExpr.class).stream().flatMap(text -> slips(rule, code, text))));
    }

    private static Stream<Diagnostic> slips(LintedRule rule, Code code, StringLiteralExpr text) {
        return NAME.matcher(text.asString())
                .results()
                .filter(found -> rule.names().contains(called(found)))
                .map(found -> code.spot(text)
                        .warning(
                                "name-in-text",
                                "Within a text " + found.group() + " stays as it is written. Maybe \"...\" + "
                                        + called(found) + "?"));
    }

    private static String called(MatchResult found) {
        return "$" + found.group(1);
    }
}
