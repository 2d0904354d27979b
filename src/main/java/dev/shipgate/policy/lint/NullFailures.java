package dev.shipgate.policy.lint;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The parts of a condition or of Java that must not be null, because what is done with them then fails. */
final class NullFailures {

    private NullFailures() {}

    /** Comparisons of a condition do not fail on null. */
    static Stream<Expression> inCondition(Node root, Names names) {
        return Stream.of(ofArithmetic(root, names), ofCalls(root), ofArguments(root, names))
                .flatMap(parts -> parts);
    }

    static Stream<Expression> inJava(Node root, Names names) {
        return Stream.of(inCondition(root, names), ofComparisons(root, names), ofVariables(root))
                .flatMap(parts -> parts);
    }

    /** What is computed with, but for texts that are put together, in which null is a word. */
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

    /** What something is asked of. */
    private static Stream<Expression> ofCalls(Node root) {
        return Stream.concat(
                Expressions.all(root, MethodCallExpr.class).stream().flatMap(call -> call.getScope().stream()),
                Expressions.all(root, FieldAccessExpr.class).stream().map(FieldAccessExpr::getScope));
    }

    /** What is given where a plain number is asked for, which cannot be null. */
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
