package dev.shipgate.policy.drl;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;

/** The conditions of a rule as they are written, each of which the compiler makes one function of. */
final class WrittenConditions {

    /** It only gives a name, and asks for nothing. */
    private static final Pattern NAMED_ONLY = Pattern.compile("\\s*\\$?\\w+\\s*:=?\\s*[^<>=!&|]*");

    private WrittenConditions() {}

    /**
     * All of a rule in the order of the text; empty where that order is not the one in which the compiler takes them.
     */
    static List<String> of(RuleDescr rule) {
        List<String> written = new ArrayList<>();
        return rule.getLhs() != null && addTo(written, rule.getLhs()) ? List.copyOf(written) : List.of();
    }

    /** Adds them in the order of the text, and says whether the compiler takes them in that order. */
    private static boolean addTo(List<String> written, Object part) {
        if (part instanceof PatternDescr pattern) {
            pattern.getConstraint().getDescrs().stream()
                    .filter(ExprConstraintDescr.class::isInstance)
                    .map(constraint -> ((ExprConstraintDescr) constraint).getExpression())
                    .filter(expression -> !NAMED_ONLY.matcher(expression).matches())
                    .forEach(written::add);
            return pattern.getSource() == null || pattern.getSource() instanceof FromDescr;
        }
        if (part instanceof EvalDescr eval) {
            return written.add(String.valueOf(eval.getContent()));
        }
        return part instanceof ConditionalElementDescr element
                && element.getDescrs().stream().allMatch(inner -> addTo(written, inner));
    }
}
