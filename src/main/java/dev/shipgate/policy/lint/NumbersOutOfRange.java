package dev.shipgate.policy.lint;

import com.github.javaparser.ast.NodeList;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.number.Range;
import dev.shipgate.policy.Diagnostic;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Numbers that a field cannot have, mostly percentages: {@code errorRate > 5}, or a budget's {@code errorRate(5)}. */
final class NumbersOutOfRange implements SlipCheck {

    private static final String CODE = "out-of-range";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(
                folder.conditions().flatMap(NumbersOutOfRange::inCondition),
                folder.code().flatMap(NumbersOutOfRange::inCode));
    }

    private static Stream<Diagnostic> inCondition(Condition condition) {
        return condition.compared().stream().map(Compared::literalLast).flatMap(is -> {
            Optional<Meaning> field = condition.meaning(is.left());
            return is.rights().stream()
                    .flatMap(
                            right -> Stream.of(field, Expressions.number(right)).allMatch(Optional::isPresent)
                                    ? slip(
                                            condition,
                                            is,
                                            field.orElseThrow(),
                                            Expressions.number(right).orElseThrow())
                                            .stream()
                                    : Stream.empty());
        });
    }

    private static Optional<Diagnostic> slip(Condition condition, Compared is, Meaning field, BigDecimal number) {
        Range range = field.range();
        double value = number.doubleValue();
        if (range == null || (range.holds(value) && !isBeyondTheEnd(is.operator(), range, value))) {
            return Optional.empty();
        }
        String written = is.others().isEmpty() ? is.written() : field.name() + " == " + number.toPlainString();
        return Optional.of(condition
                .spot(is.left())
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

    private static Stream<Diagnostic> inCode(Code code) {
        Stream<Diagnostic> calls = code.all(MethodCallExpr.class).stream()
                .flatMap(call -> call.getScope().flatMap(scope -> code.names().meaning(scope)).stream()
                        .flatMap(scope -> Arrays.stream(scope.type().getMethods()))
                        .filter(method -> method.getName().equals(call.getNameAsString()))
                        .flatMap(method -> slips(code, call.getArguments(), method)));
        Stream<Diagnostic> made = code.all(ObjectCreationExpr.class).stream()
                .flatMap(creation -> code.names().meaning(creation).stream()
                        .flatMap(type -> Arrays.stream(type.type().getConstructors()))
                        .flatMap(constructor -> slips(code, creation.getArguments(), constructor)));
        return Stream.concat(calls, made).distinct();
    }

    private static Stream<Diagnostic> slips(Code code, NodeList<Expression> arguments, Executable called) {
        Parameter[] parameters = called.getParameters();
        return parameters.length != arguments.size()
                ? Stream.empty()
                : IntStream.range(0, parameters.length)
                        .boxed()
                        .flatMap(i -> Expressions.number(arguments.get(i)).stream()
                                .flatMap(number ->
                                        slip(code.spot(arguments.get(i)), called, Meaning.of(parameters[i]), number)
                                                .stream()));
    }

    private static Optional<Diagnostic> slip(Spot spot, Executable called, Meaning parameter, BigDecimal number) {
        Range range = parameter.range();
        if (range == null) {
            return Optional.empty();
        }
        String name = called.getParameterCount() == 1 && called instanceof Method ? called.getName() : parameter.name();
        if (!range.holds(number.doubleValue())) {
            return Optional.of(spot.warning(
                    CODE,
                    "The rule fails each time: " + name + " must be " + range.words() + ", and not "
                            + number.toPlainString() + "." + hint(range, number)));
        }
        return range == Range.RATIO && number.doubleValue() == range.max()
                ? Optional.of(spot.warning(
                        CODE,
                        "Nothing is more than " + number.toPlainString() + ", so as " + name
                                + " it lets everything through." + hint(range, number)))
                : Optional.empty();
    }

    private static String hint(Range range, BigDecimal number) {
        return range.partMeant(number)
                .map(part -> " Maybe " + part.toPlainString() + "?")
                .orElse("");
    }
}
