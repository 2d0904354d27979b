package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NullLiteralExpr;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The claim of a comparison with constants about its subject, such as {@code p95Ms > 800} or
 * {@code service in ("a", "b")}.
 *
 * @param subject the expression that is compared, as it is written
 * @param says the relation of the subject to the values
 * @param values one, but for {@link Says#IS} and {@link Says#IS_NOT}, which say it of any of several
 * @param takesNull whether it holds where there is no value
 * @param is the comparison
 * @param written as it is written, with {@code not} before it where it is denied
 */
record Claim(String subject, Says says, List<Value> values, boolean takesNull, Compared is, String written) {

    private static final String NOT = "not ";

    /** How a value and those that are written down go together. */
    enum Says {
        IS,
        IS_NOT,
        LESS,
        MOST,
        MORE,
        LEAST;

        Says opposite() {
            return switch (this) {
                case IS -> IS_NOT;
                case IS_NOT -> IS;
                case LESS -> LEAST;
                case LEAST -> LESS;
                case MORE -> MOST;
                case MOST -> MORE;
            };
        }

        private static Optional<Says> of(String operator) {
            return Optional.ofNullable(
                    switch (operator) {
                        case "==", "in" -> IS;
                        case "!=", "not in" -> IS_NOT;
                        case "<" -> LESS;
                        case "<=" -> MOST;
                        case ">" -> MORE;
                        case ">=" -> LEAST;
                        default -> null;
                    });
        }
    }

    /**
     * A value that is written down.
     *
     * @param is a number, a text or a boolean; null for {@code null}
     */
    record Value(@Nullable Object is) {

        private static Optional<Value> of(Expression written) {
            Expression bare = Expressions.withoutBrackets(written);
            if (bare instanceof NullLiteralExpr) {
                return Optional.of(new Value(null));
            }
            return Expressions.number(bare)
                    .<Object>map(number -> number.stripTrailingZeros())
                    .or(() -> Expressions.textOf(bare))
                    .or(() -> bare.toBooleanLiteralExpr().map(BooleanLiteralExpr::getValue))
                    .map(Value::new);
        }

        boolean isNull() {
            return is == null;
        }
    }

    /** Empty when it compares with something that is not written down, or in another way. */
    static Optional<Claim> of(Compared is) {
        Compared literalLast = is.literalLast();
        List<Optional<Value>> values =
                literalLast.rights().stream().map(Value::of).toList();
        return values.stream().allMatch(Optional::isPresent)
                ? Says.of(literalLast.operator())
                        .map(says -> of(
                                Expressions.text(literalLast.left()),
                                says,
                                values.stream().flatMap(Optional::stream).toList(),
                                is))
                : Optional.empty();
    }

    private static Claim of(String subject, Says says, List<Value> values, Compared is) {
        boolean namesNull = values.stream().anyMatch(Value::isNull);
        boolean takesNull = (says == Says.IS && namesNull) || (says == Says.IS_NOT && !namesNull);
        return new Claim(subject, says, values, takesNull, is, is.written());
    }

    boolean namesNull() {
        return values.stream().anyMatch(Value::isNull);
    }

    Claim opposite() {
        String opposite = written.startsWith(NOT) ? written.substring(NOT.length()) : NOT + written;
        return new Claim(subject, says.opposite(), values, !takesNull, is, opposite);
    }

    /** Both in one, where either holds; empty when that cannot be said in one. */
    Optional<Claim> or(Claim other) {
        return says == Says.IS && other.says == Says.IS && subject.equals(other.subject)
                ? Optional.of(new Claim(
                        subject,
                        says,
                        Stream.concat(values.stream(), other.values.stream()).toList(),
                        takesNull || other.takesNull,
                        is,
                        written + " || " + other.written))
                : Optional.empty();
    }
}
