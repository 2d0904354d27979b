package dev.shipgate.policy.lint.conditions;

import dev.shipgate.policy.lint.conditions.Claim.Says;
import dev.shipgate.policy.lint.conditions.Claim.Value;
import dev.shipgate.policy.lint.read.LintedFile;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ForallDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.jspecify.annotations.Nullable;

/** The texts that rules ask for. They are read at each start, so a condition in the usual form is not parsed. */
public final class AskedTexts {

    private static final Pattern SIMPLE =
            Pattern.compile("\\s*+(?:\\$\\w++\\s*+:\\s*+)?(\\w++)\\s*+==\\s*+\"([^\"\\\\]*+)\"\\s*+");

    private AskedTexts() {}

    /**
     * For each fact that a rule of a file asks for, the texts of which a field must be one: {@code service} of
     * {@code "search"}, {@code environment} of {@code "production"} and {@code "staging"}.
     */
    public static List<Map<String, Set<String>>> ofOneFact(LintedFile file) {
        return file.content().getRules().stream()
                .flatMap(rule -> asked(rule.getLhs()))
                .map(AskedTexts::of)
                .toList();
    }

    private static Stream<PatternDescr> asked(@Nullable Object part) {
        if (part instanceof PatternDescr pattern) {
            return Stream.of(pattern);
        }
        return part instanceof ConditionalElementDescr element
                        && !(part instanceof NotDescr)
                        && !(part instanceof ForallDescr)
                ? element.getDescrs().stream().flatMap(AskedTexts::asked)
                : Stream.empty();
    }

    private static Map<String, Set<String>> of(PatternDescr pattern) {
        Map<String, Set<String>> texts = new HashMap<>();
        pattern.getConstraint().getDescrs().stream()
                .filter(ExprConstraintDescr.class::isInstance)
                .map(constraint -> ((ExprConstraintDescr) constraint).getExpression())
                .forEach(expression -> addTo(texts, expression));
        return texts;
    }

    private static void addTo(Map<String, Set<String>> texts, String expression) {
        Matcher simple = SIMPLE.matcher(expression);
        if (simple.matches()) {
            add(texts, simple.group(1), simple.group(2));
        } else if (expression.contains("\"") || expression.contains("'")) {
            Expressions.condition(expression)
                    .map(DrlxExpression::getExpr)
                    .ifPresent(parsed -> new Claims(Compared.in(parsed))
                            .needed(parsed).stream()
                                    .filter(claim -> claim.says() == Says.IS)
                                    .forEach(claim -> claim.values().stream()
                                            .map(Value::is)
                                            .filter(String.class::isInstance)
                                            .forEach(text -> add(texts, claim.subject(), (String) text))));
        }
    }

    private static void add(Map<String, Set<String>> texts, String subject, String text) {
        texts.computeIfAbsent(subject, field -> new TreeSet<>()).add(text);
    }
}
