package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.mvel.parser.ast.expr.HalfBinaryExpr;
import org.drools.mvel.parser.ast.expr.HalfPointFreeExpr;

/** {@code p95Ms > 800 && < 900}, which the next parser of the engine does not take. */
public final class HalfConstraints implements SlipCheck {

    /** Operators that are words, after which the parser of expressions takes no half, and the engine does. */
    private static final Pattern WORDS = Pattern.compile("(?:&&|\\|\\|)\\s*"
            + "(?<half>(?:not\\s+)?(?:in\\s*\\(|(?:matches|contains|memberOf|soundslike)\\s|str\\s*\\[))");

    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.conditions()
                .flatMap(condition -> hint(condition).stream()
                        .map(whole -> condition
                                .spot()
                                .warning(
                                        "half-constraint",
                                        "The next parser of the engine does not read a comparison without its left side. "
                                                + "Maybe " + whole + "?")));
    }

    private static Optional<String> hint(Condition condition) {
        if (hasHalf(condition.expression())) {
            IdentityHashMap<Expression, String> written = new IdentityHashMap<>();
            condition.compared().forEach(is -> written.put(is.whole(), is.written()));
            return Optional.of(whole(condition.expression(), written));
        }
        return condition.compared().stream()
                .findFirst()
                .map(first -> withLeftSides(condition.text(), Expressions.text(first.left())))
                .filter(whole -> !whole.equals(condition.text()));
    }

    private static String withLeftSides(String text, String left) {
        String withoutTexts =
                TEXT.matcher(text).replaceAll(found -> "_".repeat(found.group().length()));
        StringBuilder whole = new StringBuilder(text);
        List<MatchResult> halves = WORDS.matcher(withoutTexts).results().toList();
        for (int i = halves.size() - 1; i >= 0; i--) {
            whole.insert(halves.get(i).start(1), left + " ");
        }
        return whole.toString();
    }

    private static boolean hasHalf(Expression expression) {
        return Stream.of(HalfBinaryExpr.class, HalfPointFreeExpr.class)
                .anyMatch(half -> !Expressions.all(expression, half).isEmpty());
    }

    /** A condition in which each comparison has its left side. */
    private static String whole(Expression expression, IdentityHashMap<Expression, String> compared) {
        if (expression instanceof EnclosedExpr enclosed) {
            return "(" + whole(enclosed.getInner(), compared) + ")";
        }
        if (expression instanceof BinaryExpr binary && Expressions.joins(binary)) {
            return whole(binary.getLeft(), compared) + " "
                    + binary.getOperator().asString() + " " + whole(binary.getRight(), compared);
        }
        return compared.getOrDefault(expression, Expressions.text(expression));
    }
}
