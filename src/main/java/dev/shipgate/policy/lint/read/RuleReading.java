package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.lint.read.LintedFile.FoundRule;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.CollectDescr;
import org.drools.drl.ast.descr.ConditionalBranchDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.EvalDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.FromDescr;
import org.drools.drl.ast.descr.GroupByDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.QueryDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.jspecify.annotations.Nullable;

/** Reads one rule from the top to the bottom, and learns the meanings of its names on the way. */
final class RuleReading {

    private static final Pattern NAME_GIVEN = Pattern.compile("(?<![\\w$])([\\w$]++)\\s*+:(?!:)");

    private final LintedFile file;
    private final RuleDescr rule;
    private final Map<String, Meaning> given = new HashMap<>();
    private final List<LintedPattern> patterns = new ArrayList<>();
    private final List<Condition> evals = new ArrayList<>();
    private final List<Code> inline = new ArrayList<>();

    private RuleReading(LintedFile file, RuleDescr rule) {
        this.file = file;
        this.rule = rule;
    }

    static LintedRule read(LintedFile file, RuleDescr rule) {
        RuleReading reading = new RuleReading(file, rule);
        if (rule.getLhs() != null) {
            reading.visit(rule.getLhs(), false);
        }
        return new LintedRule(
                rule.getName(),
                file,
                new Spot(file.path(), Math.max(1, rule.getLine()), 1, rule.getName()),
                names(file, rule),
                reading.patterns,
                reading.evals,
                reading.consequences(),
                reading.inline);
    }

    /** With those of the rules that it extends, which may be in other files of the folder. */
    private static Set<String> names(LintedFile file, RuleDescr rule) {
        Set<String> names = new HashSet<>();
        Set<RuleDescr> read = new LinkedHashSet<>();
        Optional<FoundRule> next = Optional.of(new FoundRule(file, rule));
        while (next.filter(one -> read.add(one.rule())).isPresent()) {
            FoundRule one = next.get();
            NAME_GIVEN.matcher(one.text()).results().forEach(found -> names.add(found.group(1)));
            if (one.rule() instanceof QueryDescr query) {
                names.addAll(List.of(query.getParameters()));
            }
            next = Optional.ofNullable(one.rule().getParentName()).flatMap(file::ruleCalled);
        }
        return names;
    }

    /** The one under {@code then}, and those that have names. */
    private List<Code> consequences() {
        return Stream.concat(
                        Stream.of(Objects.toString(rule.getConsequence(), "")),
                        new TreeMap<>(rule.getNamedConsequences())
                                .values().stream().map(Object::toString))
                .map(source -> code(rule.getConsequenceLine(), source))
                .toList();
    }

    private Code code(int line, String source) {
        return Code.ofConsequence(file, rule.getName(), line, source, given);
    }

    private void visit(@Nullable Object part, boolean denied) {
        if (part instanceof PatternDescr pattern) {
            read(pattern, denied);
        } else if (part instanceof EvalDescr eval) {
            eval(eval, String.valueOf(eval.getContent()), null);
        } else if (part instanceof ConditionalBranchDescr branch) {
            visit(branch);
        } else if (part instanceof ConditionalElementDescr element) {
            boolean inner = denied || part instanceof NotDescr;
            element.getDescrs().forEach((BaseDescr one) -> visit(one, inner));
        }
    }

    /** The condition after {@code if} is about the fact before it. */
    private void visit(ConditionalBranchDescr branch) {
        EvalDescr asked = branch.getCondition();
        if (asked != null) {
            Class<?> kind = patterns.isEmpty()
                    ? null
                    : patterns.get(patterns.size() - 1).kind();
            eval(rule, String.valueOf(asked.getContent()), kind);
        }
        if (branch.getElseBranch() != null) {
            visit(branch.getElseBranch());
        }
    }

    private void eval(BaseDescr within, String text, @Nullable Class<?> kind) {
        condition(text, spotOf(within, text), kind).ifPresent(evals::add);
    }

    private void read(PatternDescr pattern, boolean denied) {
        Object source = pattern.getSource();
        List<Condition> computed = new ArrayList<>();
        if (source instanceof AccumulateDescr accumulate) {
            visit(accumulate.getInput(), denied);
            computed.addAll(computed(accumulate));
            inline.addAll(inline(accumulate));
            AccumulateResults.of(accumulate, pattern, new Names(file, null, Map.copyOf(given)))
                    .forEach(result -> given.put(result.name(), result));
        } else if (source instanceof CollectDescr collect) {
            visit(collect.getInputPattern(), denied);
        } else if (source instanceof FromDescr from) {
            eval(pattern, from.getExpression(), null);
        }
        Class<?> kind = file.kind(pattern.getObjectType()).orElse(null);
        Set<String> named = Set.copyOf(given.keySet());
        List<Condition> conditions = new ArrayList<>();
        for (BaseDescr constraint : pattern.getConstraint().getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression) {
                condition(expression.getExpression(), spot(constraint), kind).ifPresent(conditions::add);
            }
        }
        LintedPattern read = new LintedPattern(
                pattern.getObjectType(),
                kind,
                source == null,
                denied,
                named,
                conditions,
                computed,
                spot(pattern),
                source instanceof AccumulateDescr accumulate ? accumulate : null);
        patterns.add(read);
        if (pattern.getIdentifier() != null && kind != null) {
            given.put(pattern.getIdentifier(), Meaning.of(pattern.getIdentifier(), kind));
        }
        if (!denied) {
            forgetNullOfWhatIsAskedFor(read, pattern.getIdentifier());
        }
    }

    private List<Condition> computed(AccumulateDescr accumulate) {
        Stream<String> group =
                accumulate instanceof GroupByDescr groups ? Stream.of(groups.getGroupingFunction()) : Stream.empty();
        return Stream.concat(
                        group,
                        accumulate.getFunctions().stream().flatMap(function -> Arrays.stream(function.getParams())))
                .flatMap(argument -> condition(argument, spotOf(accumulate, argument), null).stream())
                .toList();
    }

    /** The code that is written out in the place of a function. */
    private List<Code> inline(AccumulateDescr accumulate) {
        Stream<String> result = Stream.ofNullable(accumulate.getResultCode()).map("return %s;"::formatted);
        return Stream.concat(
                        Stream.of(accumulate.getInitCode(), accumulate.getActionCode(), accumulate.getReverseCode())
                                .filter(Objects::nonNull),
                        result)
                .map(source -> code(accumulate.getLine(), source))
                .toList();
    }

    private Spot spot(BaseDescr descr) {
        return new Spot(file.path(), Math.max(1, descr.getLine()), descr.getColumn() + 1, rule.getName());
    }

    /** The content between its brackets may begin on a later line than the word itself. */
    private Spot spotOf(BaseDescr descr, String content) {
        int line = file.lineFrom(Math.max(1, descr.getLine()), content);
        return new Spot(file.path(), line, 1, rule.getName());
    }

    private Optional<Condition> condition(String text, Spot spot, @Nullable Class<?> kind) {
        Optional<DrlxExpression> read = Expressions.condition(text);
        read.ifPresent(expression -> nameWhatItCalls(expression, kind));
        return read.map(expression ->
                new Condition(expression.getExpr(), text, spot, new Names(file, kind, Map.copyOf(given))));
    }

    private void nameWhatItCalls(DrlxExpression expression, @Nullable Class<?> kind) {
        if (expression.getBind() != null) {
            String name = expression.getBind().asString();
            new Names(file, kind, Map.copyOf(given))
                    .meaning(leftmost(expression.getExpr()))
                    .ifPresent(meaning -> given.put(name, meaning));
        }
    }

    /** The engine gives the name to the first operand, whatever follows. */
    private static Expression leftmost(Expression expression) {
        if (expression instanceof BinaryExpr binary) {
            return leftmost(binary.getLeft());
        }
        return expression instanceof PointFreeExpr words ? words.getLeft() : expression;
    }

    private void forgetNullOfWhatIsAskedFor(LintedPattern pattern, @Nullable String fact) {
        given.replaceAll((name, meaning) ->
                meaning.mayBeNull() && pattern.asksFor(meaning.name()) ? meaning.neverNull() : meaning);
        if (fact != null) {
            pattern.namesThatMayBeNull()
                    .filter(meaning -> pattern.asksFor(meaning.name()))
                    .map(meaning -> meaning.named(fact + "." + meaning.name()).neverNull())
                    .forEach(meaning -> given.put(meaning.name(), meaning));
        }
    }
}
