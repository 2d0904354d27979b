package dev.shipgate.policy.lint.numbers;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.number.Range;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Callee;
import dev.shipgate.policy.lint.read.Callees;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.Passage;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers that a field cannot have, mostly percentages: {@code errorRate > 5}, or a budget's {@code errorRate(5)}. */
public final class NumbersOutOfRange implements SlipCheck {

    private static final String CODE = "out-of-range";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(
                folder.conditions().flatMap(condition -> ofCompared(condition, condition.compared())),
                folder.code().flatMap(code -> Stream.concat(ofCompared(code, code.compared()), ofGiven(code))));
    }

    private static Stream<Diagnostic> ofCompared(Passage passage, List<Compared> compared) {
        return compared.stream()
                .map(Compared::literalLast)
                .flatMap(is ->
                        passage.meaning(is.left()).stream().flatMap(field -> ofComparedField(passage, is, field)));
    }

    private static Stream<Diagnostic> ofComparedField(Passage passage, Compared is, Meaning field) {
        return is.rights().stream()
                .flatMap(right -> Expressions.number(right).stream())
                .flatMap(number -> slip(passage, is, field, number).stream());
    }

    private static Optional<Diagnostic> slip(Passage passage, Compared is, Meaning field, BigDecimal number) {
        Optional<String> likeSeconds = LikeSeconds.message(field, number);
        if (likeSeconds.isPresent()) {
            return likeSeconds.map(message -> passage.spot(is.left()).warning(CODE, message));
        }
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
        if (operator.startsWith(">")) {
            return value >= range.max();
        }
        if (operator.startsWith("<")) {
            return value <= range.min();
        }
        return !operator.equals("!=") && !operator.startsWith("not ");
    }

    /** The slips in the arguments that are given to methods, constructors and functions. */
    private static Stream<Diagnostic> ofGiven(Code code) {
        Stream<Diagnostic> calls = code.all(MethodCallExpr.class).stream().flatMap(call -> ofCall(code, call));
        Stream<Diagnostic> made = code.all(ObjectCreationExpr.class).stream()
                .flatMap(creation ->
                        ofArguments(code, creation.getArguments(), takers(Callees.of(creation, code.names()))));
        return Stream.concat(calls, made).distinct();
    }

    /** The slips in the arguments that the call takes, and in those that the function that it calls hands on. */
    private static Stream<Diagnostic> ofCall(Code code, MethodCallExpr call) {
        List<Expression> arguments = call.getArguments();
        return Stream.concat(
                ofArguments(code, arguments, takers(Callees.of(call, code.names()))),
                code.file().bodies(call).flatMap(function -> ofArguments(code, arguments, function::takers)));
    }

    private static IntFunction<Stream<Meaning>> takers(List<Callee> callees) {
        return i -> callees.stream().map(callee -> callee.parameters().get(i));
    }

    /** @param takers the parameters that may take the argument at an index */
    private static Stream<Diagnostic> ofArguments(
            Code code, List<Expression> arguments, IntFunction<Stream<Meaning>> takers) {
        return IntStream.range(0, arguments.size())
                .boxed()
                .flatMap(i -> takers.apply(i).flatMap(taker -> slip(code, arguments.get(i), taker).stream()));
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
        Optional<String> likeSeconds = LikeSeconds.message(parameter, number);
        if (likeSeconds.isPresent()) {
            return likeSeconds.map(message -> spot.warning(CODE, message));
        }
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
        if (range == Range.RATIO && number.doubleValue() == range.max()) {
            return Optional.of(spot.warning(
                    CODE,
                    "Nothing is more than " + number.toPlainString() + ", so as " + parameter.name()
                            + " it lets everything through." + hint(range, number)));
        }
        return Optional.empty();
    }

    private static String hint(Range range, BigDecimal number) {
        return range.partMeant(number)
                .map(part -> " Maybe " + part.toPlainString() + "?")
                .orElse("");
    }
}
