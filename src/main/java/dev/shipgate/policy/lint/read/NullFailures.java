package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of a condition or of Java that must not be null, because the operation on them then fails. */
public final class NullFailures {

    /**
     * A value that may be null, and must not be.
     *
     * @param part the expression that has the value
     * @param what the meaning of the value
     * @param written how a rule asks for it there
     */
    public record Needed(Expression part, Meaning what, String written) {}

    private NullFailures() {}

    /** Comparisons of a condition do not fail on null. */
    public static Stream<Needed> inCondition(Node root, Names names) {
        return Stream.concat(needed(ofBoth(root, names), names), ofFunctions(root, names));
    }

    public static Stream<Needed> inJava(Code code) {
        return Stream.concat(direct(code, code.names()), ofFunctions(code.statements(), code.names()));
    }

    /** In Java itself, and not in the functions that it calls. */
    static Stream<Needed> direct(Code code, Names names) {
        return needed(
                Stream.of(
                                ofBoth(code.statements(), names),
                                ofComparisons(code.statements(), names),
                                ofVariables(code.statements()))
                        .flatMap(parts -> parts),
                names);
    }

    private static Stream<Needed> needed(Stream<Expression> parts, Names names) {
        return parts.flatMap(part -> names.meaning(part).stream()
                .filter(Meaning::mayBeNull)
                .map(what -> new Needed(part, what, Expressions.text(part))));
    }

    /** The parts that the functions of the rules need of their arguments. */
    private static Stream<Needed> ofFunctions(Node root, Names names) {
        return Expressions.all(root, MethodCallExpr.class).stream()
                .flatMap(call -> names.file()
                        .bodies(call)
                        .flatMap(body -> IntStream.range(0, call.getArguments().size())
                                .boxed()
                                .flatMap(i -> body.needed(i)
                                        .flatMap(what -> needed(call.getArgument(i), what, names).stream()))));
    }

    private static Optional<Needed> needed(Expression argument, String field, Names names) {
        return field.isEmpty()
                ? names.meaning(argument)
                        .filter(Meaning::mayBeNull)
                        .map(what -> new Needed(argument, what, Expressions.text(argument)))
                : names.member(argument, field)
                        .filter(Meaning::mayBeNull)
                        .map(what -> new Needed(argument, what, what.name()));
    }

    private static Stream<Expression> ofBoth(Node root, Names names) {
        return Stream.of(ofArithmetic(root, names), ofCalls(root), ofArguments(root, names))
                .flatMap(parts -> parts);
    }

    /** The operands of arithmetic. Not those that are joined to a text, in which null becomes a word. */
    private static Stream<Expression> ofArithmetic(Node root, Names names) {
        return Stream.concat(
                Expressions.all(root, BinaryExpr.class).stream()
                        .filter(Expressions::isArithmetic)
                        .filter(binary -> binary.getOperator() != BinaryExpr.Operator.PLUS
                                || names.meaning(binary)
                                        .filter(Meaning::isNumber)
                                        .isPresent())
                        .flatMap(NullFailures::sides),
                Expressions.all(root, UnaryExpr.class).stream()
                        .filter(unary -> unary.getOperator() == UnaryExpr.Operator.MINUS)
                        .map(UnaryExpr::getExpression));
    }

    /** The expressions of which something is asked. */
    private static Stream<Expression> ofCalls(Node root) {
        return Stream.concat(
                Expressions.all(root, MethodCallExpr.class).stream().flatMap(call -> call.getScope().stream()),
                Expressions.all(root, FieldAccessExpr.class).stream().map(FieldAccessExpr::getScope));
    }

    /** The arguments that are given where a plain number is asked for, which cannot be null. */
    private static Stream<Expression> ofArguments(Node root, Names names) {
        Stream<Expression> called = Expressions.all(root, MethodCallExpr.class).stream()
                .flatMap(call -> unboxed(call.getArguments(), Callees.of(call, names)));
        Stream<Expression> made = Expressions.all(root, ObjectCreationExpr.class).stream()
                .flatMap(creation -> unboxed(creation.getArguments(), Callees.of(creation, names)));
        return Stream.concat(called, made);
    }

    private static Stream<Expression> unboxed(List<Expression> arguments, List<Callee> callees) {
        return callees.isEmpty()
                ? Stream.empty()
                : IntStream.range(0, arguments.size())
                        .filter(i -> callees.stream()
                                .allMatch(callee ->
                                        callee.parameters().get(i).type().isPrimitive()))
                        .mapToObj(arguments::get);
    }

    private static Stream<Expression> ofComparisons(Node root, Names names) {
        return Expressions.all(root, BinaryExpr.class).stream()
                .filter(binary -> isOrder(binary) || sides(binary).anyMatch(side -> isPlainNumber(side, names)))
                .filter(binary -> !Expressions.isArithmetic(binary))
                .flatMap(NullFailures::sides);
    }

    private static boolean isOrder(BinaryExpr binary) {
        return switch (binary.getOperator()) {
            case LESS, LESS_EQUALS, GREATER, GREATER_EQUALS -> true;
            default -> false;
        };
    }

    private static boolean isPlainNumber(Expression side, Names names) {
        return names.meaning(side)
                .filter(meaning -> meaning.isNumber() && meaning.type().isPrimitive())
                .isPresent();
    }

    private static Stream<Expression> ofVariables(Node root) {
        return Expressions.all(root, VariableDeclarator.class).stream()
                .filter(variable -> variable.getType().isPrimitiveType())
                .flatMap(variable -> variable.getInitializer().stream());
    }

    private static Stream<Expression> sides(BinaryExpr binary) {
        return Stream.of(binary.getLeft(), binary.getRight());
    }
}
