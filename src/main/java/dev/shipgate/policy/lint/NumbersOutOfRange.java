package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.number.Range;
import dev.shipgate.policy.Diagnostic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers that a field cannot have, mostly percentages: {@code errorRate > 5}, or a budget's {@code errorRate(5)}. */
final class NumbersOutOfRange implements SlipCheck {

    private static final String CODE = "out-of-range";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(
                folder.conditions().flatMap(condition -> ofCompared(condition, condition.compared())),
                folder.code().flatMap(code -> Stream.concat(ofCompared(code, code.compared()), ofGiven(code))));
    }

    private static Stream<Diagnostic> ofCompared(Passage passage, List<Compared> compared) {
        return compared.stream().map(Compared::literalLast).flatMap(is -> {
            Optional<Meaning> field = passage.meaning(is.left());
            return is.rights().stream()
                    .flatMap(
                            right -> Stream.of(field, Expressions.number(right)).allMatch(Optional::isPresent)
                                    ? slip(
                                            passage,
                                            is,
                                            field.orElseThrow(),
                                            Expressions.number(right).orElseThrow())
                                            .stream()
                                    : Stream.empty());
        });
    }

    private static Optional<Diagnostic> slip(Passage passage, Compared is, Meaning field, BigDecimal number) {
        Range range = field.range();
        double value = number.doubleValue();
        if (range == null || (range.holds(value) && !isBeyondTheEnd(is.operator(), range, value))) {
            return Optional.empty();
        }
        String written = is.others().isEmpty() ? is.written() : field.name() + " == " + number.toPlainString();
        return Optional.of(passage.spot(is.left())
                .warning(
                        CODE,
                        field.name() + " is " + range.words() + ", so " + written
                                + (isNeverSo(is.operator(), range, value) ? " never" : " always") + " holds."
                                + hint(range, number)));
    }

    /** Nothing is more than the most, or less than the least. */
    private static boolean isBeyondTheEnd(String operator, Range range, double value) {
        return (operator.equals(">") && value >= range.max()) || (operator.equals("<") && value <= range.min());
    }

    private static boolean isNeverSo(String operator, Range range, double value) {
        return operator.startsWith(">")
                ? value >= range.max()
                : operator.startsWith("<")
                        ? value <= range.min()
                        : !operator.equals("!=") && !operator.startsWith("not ");
    }

    /** What is given to methods, constructors and functions. */
    private static Stream<Diagnostic> ofGiven(Code code) {
        Stream<Diagnostic> calls = code.all(MethodCallExpr.class).stream()
                .flatMap(call -> Stream.concat(
                        slips(code, call.getArguments(), Callees.of(call, code.names())), ofHandedOn(code, call)));
        Stream<Diagnostic> made = code.all(ObjectCreationExpr.class).stream()
                .flatMap(creation -> slips(code, creation.getArguments(), Callees.of(creation, code.names())));
        return Stream.concat(calls, made).distinct();
    }

    private static Stream<Diagnostic> slips(Code code, List<Expression> arguments, List<Callee> callees) {
        return IntStream.range(0, arguments.size())
                .boxed()
                .flatMap(i -> callees.stream()
                        .flatMap(callee ->
                                slip(code, arguments.get(i), callee.parameters().get(i)).stream()));
    }

    private static Stream<Diagnostic> ofHandedOn(Code code, MethodCallExpr call) {
        return code.file()
                .bodies(call)
                .flatMap(function -> IntStream.range(0, call.getArguments().size())
                        .boxed()
                        .flatMap(i ->
                                function.takers(i).flatMap(taker -> slip(code, call.getArgument(i), taker).stream())));
    }

    private static Optional<Diagnostic> slip(Code code, Expression argument, Meaning parameter) {
        return Expressions.number(argument)
                .or(() -> ofLimit(argument))
                .or(() -> code.constant(argument))
                .flatMap(number -> slip(code.spot(argument), parameter, number));
    }

    /** The number in {@code Limit.ofPolicy(5)}. */
    private static Optional<BigDecimal> ofLimit(Expression argument) {
        return argument instanceof MethodCallExpr call
                        && call.getNameAsString().equals("ofPolicy")
                        && call.getArguments().size() == 1
                ? Expressions.number(call.getArgument(0))
                : Optional.empty();
    }

    private static Optional<Diagnostic> slip(Spot spot, Meaning parameter, BigDecimal number) {
        Range range = parameter.range();
        if (range == null) {
            return Optional.empty();
        }
        if (!range.holds(number.doubleValue())) {
            return Optional.of(spot.warning(
                    CODE,
                    "The rule fails each time: " + parameter.name() + " must be " + range.words() + ", and not "
                            + number.toPlainString() + "." + hint(range, number)));
        }
        return range == Range.RATIO && number.doubleValue() == range.max()
                ? Optional.of(spot.warning(
                        CODE,
                        "Nothing is more than " + number.toPlainString() + ", so as " + parameter.name()
                                + " it lets everything through." + hint(range, number)))
                : Optional.empty();
    }

    private static String hint(Range range, BigDecimal number) {
        return range.partMeant(number)
                .map(part -> " Maybe " + part.toPlainString() + "?")
                .orElse("");
    }
}
