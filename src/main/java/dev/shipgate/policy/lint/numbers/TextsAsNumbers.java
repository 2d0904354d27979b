package dev.shipgate.policy.lint.numbers;

import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code version >= "2.0"}, which goes by letters, {@code service == 5}, and {@code p95Ms > "800"}. */
public final class TextsAsNumbers implements SlipCheck {

    private static final String CODE = "text-and-number";
    private static final String LETTER_BY_LETTER = " compares letter by letter, and 10 comes before 2.";
    private static final Pattern NUMBER_OR_VERSION = Pattern.compile("[vV]?\\d+(?:\\.\\d+)*");

    /**
     * Its letters have the order of time: {@code 2026-11-23T10:00:00Z}, {@code 2026.11.23}, {@code 20261123},
     * {@code 2026-11}.
     */
    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d(?:-(?:0[1-9]|1[0-2])"
            + "|(?<sign>[-.]?)(?:0[1-9]|1[0-2])\\k<sign>(?:0[1-9]|[12]\\d|3[01])(?:T\\d\\d:?\\d\\d[0-9:.]*Z?)?)");

    /** It may be a date, and a number just as well. */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

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
            return number.filter(written -> !is.isAboutLength())
                    .map(written -> ofTextAndNumber(condition, is, written))
                    .or(() -> is.isOrder() ? ofOrder(condition, is, field.orElseThrow(), text) : Optional.empty());
        }
        return field.filter(Meaning::isNumber).isPresent()
                ? text.map(written -> ofNumberAndText(condition, is, written))
                : Optional.empty();
    }

    private static Diagnostic ofTextAndNumber(Condition condition, Compared is, BigDecimal number) {
        String field = Expressions.text(is.left());
        String quoted = "\"" + number.toPlainString() + "\"";
        return condition
                .spot(is.left())
                .refusal(
                        CODE,
                        field + " is a text, and " + number.toPlainString() + " a number. "
                                + (is.isOrder()
                                        ? "Texts are compared letter by letter: 10 comes before 9."
                                        : "Maybe " + (is.isEquality() ? field + " " + is.operator() + " " : "") + quoted
                                                + "?"));
    }

    private static Optional<Diagnostic> ofOrder(
            Condition condition, Compared is, Meaning field, Optional<String> text) {
        if (text.filter(DATE.asMatchPredicate()).isPresent()) {
            return Optional.empty();
        }
        boolean isNumber = text.filter(NUMBER_OR_VERSION
                        .asMatchPredicate()
                        .and(YEAR.asMatchPredicate().negate()))
                .isPresent();
        if (isNumber) {
            return Optional.of(condition.spot(is.left()).refusal(CODE, is.written() + LETTER_BY_LETTER + meant(is)));
        }
        boolean mayBeMeant = text.filter(YEAR.asMatchPredicate()).isPresent() || isVersionOrLabel(field);
        return mayBeMeant
                ? Optional.of(condition
                        .spot(is.left())
                        .warning(
                                CODE,
                                is.written() + LETTER_BY_LETTER + " Only dates keep their order, as \"2026-11-23\"."
                                        + meant(is)))
                : Optional.empty();
    }

    private static boolean isVersionOrLabel(Meaning field) {
        return field.name().matches("(?s)(?:.*\\.)?(?:version|labels\\[.*])");
    }

    private static String meant(Compared is) {
        return " Numbers that have an order are sent as metrics. Maybe " + Expressions.text(is.left()) + " == "
                + Expressions.text(is.right()) + "?";
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
