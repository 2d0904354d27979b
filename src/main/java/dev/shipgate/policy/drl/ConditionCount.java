package dev.shipgate.policy.drl;

import java.util.regex.Pattern;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/**
 * How many conditions a rule has: each pattern, each comparison and each function of an {@code accumulate} is one, as
 * the compiler writes a method for each. Thirty values behind {@code in} count as one more: they stand in one method,
 * whose size is limited too.
 */
public final class ConditionCount {

    /** Texts, in which signs that join conditions are not counted. */
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])*+'");

    private static final Pattern JOINING = Pattern.compile("&&|\\|\\||\\?");

    private static final int VALUES_OF_A_CONDITION = 30;

    private ConditionCount() {}

    public static int of(RuleDescr rule) {
        return ofPart(rule.getLhs());
    }

    private static int ofPart(@Nullable Object part) {
        if (part instanceof PatternDescr pattern) {
            int constraints = pattern.getConstraint().getDescrs().stream()
                    .mapToInt(ConditionCount::ofPart)
                    .sum();
            return 1 + constraints + (pattern.getSource() == null ? 0 : ofPart(pattern.getSource()));
        }
        if (part instanceof AccumulateDescr accumulate) {
            return ofPart(accumulate.getInput()) + accumulate.getFunctions().size();
        }
        if (part instanceof CollectDescr collect) {
            return ofPart(collect.getInputPattern());
        }
        if (part instanceof ConditionalBranchDescr branch) {
            return ofPart(branch.getCondition()) + ofPart(branch.getElseBranch());
        }
        if (part instanceof ExprConstraintDescr constraint) {
            return ofExpression(constraint.getExpression());
        }
        if (part instanceof EvalDescr eval) {
            return ofExpression(String.valueOf(eval.getContent()));
        }
        if (part instanceof ConditionalElementDescr element) {
            return element.getDescrs().stream().mapToInt(ConditionCount::ofPart).sum();
        }
        return part == null ? 0 : 1;
    }

    private static int ofExpression(String expression) {
        String code = TEXT.matcher(expression).replaceAll("");
        int values = (int) code.chars().filter(character -> character == ',').count();
        return 1 + (int) JOINING.matcher(code).results().count() + values / VALUES_OF_A_CONDITION;
    }
}
