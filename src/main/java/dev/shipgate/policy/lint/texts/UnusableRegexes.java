package dev.shipgate.policy.lint.texts;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.confinement.calls.Regexes;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Names;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;

/** A regular expression that is written down, and with which a rule would fail each time. */
public final class UnusableRegexes implements SlipCheck {

    private static final String CODE = "regex";

    private static final String MATCHES = "matches";

    /** Flags of {@link Pattern} that rules cannot use. */
    private static final Set<String> OTHER_FLAGS = Set.of(
            "CANON_EQ",
            "COMMENTS",
            "DOTALL",
            "LITERAL",
            "MULTILINE",
            "UNICODE_CASE",
            "UNICODE_CHARACTER_CLASS",
            "UNIX_LINES");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Stream<Diagnostic> conditions = folder.conditions()
                .flatMap(condition -> problems(condition.expression(), condition.names())
                        .map(problem -> condition.spot().refusal(CODE, problem)));
        Stream<Diagnostic> code = folder.code()
                .flatMap(java -> java.all(MethodCallExpr.class).stream()
                        .flatMap(call -> ofCall(call, java.names())
                                .map(problem -> java.spot(call).refusal(CODE, problem))));
        return Stream.concat(conditions, code).distinct();
    }

    private static Stream<String> problems(Node condition, Names names) {
        Stream<String> words = Expressions.all(condition, PointFreeExpr.class).stream()
                .filter(is -> is.getOperator().asString().equals(MATCHES))
                .flatMap(is -> is.getRight().stream())
                .flatMap(text -> ofText(text).stream());
        Stream<String> calls =
                Expressions.all(condition, MethodCallExpr.class).stream().flatMap(call -> ofCall(call, names));
        return Stream.concat(words, calls);
    }

    private static Optional<String> ofText(Expression text) {
        return written(text).flatMap(Regexes::refusalOf);
    }

    private static Stream<String> ofCall(MethodCallExpr call, Names names) {
        if (!takesRegex(call, names)) {
            return Stream.empty();
        }
        Stream<String> flags =
                call.getArguments().size() == 2 && call.getNameAsString().equals("compile")
                        ? otherFlags(call.getArgument(1))
                        : Stream.empty();
        return Stream.concat(ofText(call.getArgument(0)).stream(), flags);
    }

    /** Whether the first argument is a regular expression. */
    private static boolean takesRegex(MethodCallExpr call, Names names) {
        int arguments = call.getArguments().size();
        return switch (call.getNameAsString()) {
            case "compile" -> isPattern(call) && arguments > 0;
            case MATCHES -> arguments == 1 || (arguments == 2 && isPattern(call));
            case "replaceAll", "replaceFirst" -> arguments == 2;
            case "split" -> arguments > 0 && !isOfPattern(call, names);
            default -> false;
        };
    }

    private static boolean isPattern(MethodCallExpr call) {
        return call.getScope()
                .map(Expressions::text)
                .filter(scope -> scope.equals("Pattern") || scope.equals(Pattern.class.getName()))
                .isPresent();
    }

    /** Whether a text is split by a pattern that was compiled before. */
    private static boolean isOfPattern(MethodCallExpr call, Names names) {
        return call.getScope()
                .filter(scope -> names.meaning(scope)
                                .filter(meaning -> meaning.type() == Pattern.class)
                                .isPresent()
                        || (scope instanceof MethodCallExpr inner && isPattern(inner)))
                .isPresent();
    }

    private static Stream<String> otherFlags(Expression flags) {
        return Stream.concat(
                        Expressions.all(flags, FieldAccessExpr.class).stream().map(FieldAccessExpr::getNameAsString),
                        Expressions.all(flags, NameExpr.class).stream().map(NameExpr::getNameAsString))
                .filter(OTHER_FLAGS::contains)
                .map(flag -> Regexes.FLAGS)
                .limit(1);
    }

    /** A text that is written down, in one part or in several. */
    private static Optional<String> written(Expression expression) {
        Expression bare = Expressions.withoutBrackets(expression);
        if (bare instanceof BinaryExpr binary && binary.getOperator() == BinaryExpr.Operator.PLUS) {
            return written(binary.getLeft())
                    .flatMap(left -> written(binary.getRight()).map(left::concat));
        }
        return Expressions.textOf(bare);
    }
}
