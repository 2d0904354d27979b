package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.Diagnostic;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code version >= "2.0"}, which goes by letters, {@code service == 5}, and {@code p95Ms > "800"}. */
final class TextsAsNumbers implements SlipCheck {

    private static final String CODE = "text-and-number";
    private static final Pattern NUMBER_OR_VERSION = Pattern.compile("[vV]?\\d+(?:\\.\\d+)*");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.conditions()
                .flatMap(condition -> condition.compared().stream()
                        .map(Compared::literalLast)
                        .flatMap(is -> is.rights().stream().flatMap(right -> slip(condition, is, right).stream())));
    }

    private static Optional<Diagnostic> slip(Condition condition, Compared is, Expression right) {
        Optional<Meaning> field = condition.meaning(is.left());
        Optional<BigDecimal> number = Expressions.number(right);
        Optional<String> text = Expressions.textOf(right);
        if (field.filter(Meaning::isText).isPresent()) {
            return number.isPresent()
                    ? Optional.of(ofTextAndNumber(condition, is, number.get()))
                    : text.filter(written -> is.isOrder()
                                    && NUMBER_OR_VERSION.matcher(written).matches())
                            .map(written -> ofOrder(condition, is));
        }
        return field.filter(Meaning::isNumber).isPresent()
                ? text.map(written -> ofNumberAndText(condition, is, written))
                : Optional.empty();
    }

    private static Diagnostic ofTextAndNumber(Condition condition, Compared is, BigDecimal number) {
        String field = Expressions.text(is.left());
        return condition
                .spot(is.left())
                .refusal(
                        CODE,
                        field + " is a text, and " + number.toPlainString() + " a number. "
                                + (is.isOrder()
                                        ? "Texts are compared letter by letter: 10 comes before 9."
                                        : "Maybe " + field + " " + is.operator() + " \"" + number.toPlainString()
                                                + "\"?"));
    }

    private static Diagnostic ofOrder(Condition condition, Compared is) {
        return condition
                .spot(is.left())
                .refusal(
                        CODE,
                        is.written() + " compares letter by letter, and 10 comes before 2. Numbers that have an order "
                                + "are sent as metrics. Maybe " + Expressions.text(is.left()) + " == "
                                + Expressions.text(is.right()) + "?");
    }

    private static Diagnostic ofNumberAndText(Condition condition, Compared is, String written) {
        return condition
                .spot(is.left())
                .refusal(
                        CODE,
                        Expressions.text(is.left()) + " is a number, and \"" + written + "\" a text."
                                + (NUMBER_OR_VERSION.matcher(written).matches()
                                        ? " Maybe " + written + " without the quotes?"
                                        : ""));
    }
}
