package dev.shipgate.policy.lint.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.mvel.parser.DrlxParser;
import org.drools.mvel.parser.MvelParser;
import org.drools.mvel.parser.ParseStart;
import org.drools.mvel.parser.Providers;
import org.drools.mvel.parser.ast.expr.DrlxExpression;
import org.drools.mvel.parser.ast.expr.HalfPointFreeExpr;
import org.drools.mvel.parser.ast.expr.PointFreeExpr;
import org.drools.mvel.parser.printer.PrintUtil;

/** Reads expressions and consequences with the parser of the engine. */
public final class Expressions {

    private static final Set<UnaryExpr.Operator> STEPS = EnumSet.of(
            UnaryExpr.Operator.PREFIX_INCREMENT,
            UnaryExpr.Operator.PREFIX_DECREMENT,
            UnaryExpr.Operator.POSTFIX_INCREMENT,
            UnaryExpr.Operator.POSTFIX_DECREMENT);

    private Expressions() {}

    /** A condition; empty when the parser does not take it. */
    public static Optional<DrlxExpression> condition(String text) {
        try {
            return Optional.of(DrlxParser.<DrlxExpression>parseExpression(
                    DrlxParser.buildDrlxParserWithArguments(List.of()), text));
        } catch (RuntimeException | Error e) {
            // The compiler reports the error in it.
            return Optional.empty();
        }
    }

    /** The statements of a consequence or of a function, as far as the parser takes them. */
    public static BlockStmt block(String statements) {
        try {
            return new MvelParser()
                    .parse(ParseStart.BLOCK, Providers.provider("{" + statements + "\n}"))
                    .getResult()
                    .orElseGet(BlockStmt::new);
        } catch (RuntimeException | Error e) {
            return new BlockStmt();
        }
    }

    /** Everything in it of one type, in the order of the text. */
    public static <T extends Node> List<T> all(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        root.walk(Node.TreeTraversal.PREORDER, node -> {
            if (type.isInstance(node)) {
                found.add(type.cast(node));
            }
            operandsOutsideTheTree(node).forEach(operand -> found.addAll(all(operand, type)));
        });
        return found;
    }

    /** The expressions that get another value in it, by an assignment or by one more or less. */
    public static Stream<Expression> changed(Node root) {
        return Stream.concat(
                all(root, AssignExpr.class).stream().map(AssignExpr::getTarget),
                all(root, UnaryExpr.class).stream()
                        .filter(unary -> STEPS.contains(unary.getOperator()))
                        .map(unary -> withoutBrackets(unary.getExpression())));
    }

    /** Whether a text names something, and not only a longer name that holds its own. */
    public static boolean mentions(String text, String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])")
                .matcher(text)
                .find();
    }

    /** The nodes that stand directly within it. */
    public static List<Node> parts(Node node) {
        List<Node> parts = new ArrayList<>(node.getChildNodes());
        parts.addAll(operandsOutsideTheTree(node));
        return parts;
    }

    /** Those of operators that are words, which the parser keeps outside its tree. */
    private static List<Expression> operandsOutsideTheTree(Node node) {
        List<Expression> operands = new ArrayList<>();
        if (node instanceof PointFreeExpr words) {
            operands.add(words.getLeft());
            operands.addAll(words.getRight());
        } else if (node instanceof HalfPointFreeExpr words) {
            operands.addAll(words.getRight());
        }
        return operands;
    }

    public static Expression withoutBrackets(Expression expression) {
        return expression instanceof EnclosedExpr enclosed ? withoutBrackets(enclosed.getInner()) : expression;
    }

    /** Whether both are one and the same part of a text: nodes of the engine's own cannot be compared otherwise. */
    @SuppressWarnings("ReferenceEquality")
    public static boolean isSame(Node one, Node other) {
        return one == other;
    }

    public static String text(Node node) {
        return PrintUtil.printNode(node);
    }

    public static Optional<String> textOf(Expression expression) {
        return withoutBrackets(expression) instanceof StringLiteralExpr literal
                ? Optional.of(literal.asString())
                : Optional.empty();
    }

    /** The key of an entry such as {@code labels["track"]}, whose map has a name. */
    public static Optional<String> keyOf(ArrayAccessExpr entry) {
        return textOf(entry.getIndex());
    }

    /** The value of a number that is written down, or computed of such by one sign before it. */
    public static Optional<BigDecimal> number(Expression expression) {
        Expression bare = withoutBrackets(expression);
        try {
            if (bare instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
                return number(unary.getExpression()).map(BigDecimal::negate);
            }
            if (bare instanceof IntegerLiteralExpr || bare instanceof LongLiteralExpr) {
                return Optional.of(new BigDecimal(text(bare).replaceAll("[_lL]", "")));
            }
            if (bare instanceof DoubleLiteralExpr) {
                return Optional.of(new BigDecimal(text(bare).replaceAll("[_dDfF]", "")));
            }
        } catch (NumberFormatException e) {
            // Such as one in hexadecimal digits.
            return Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether it is an and, or an or. */
    public static boolean joins(BinaryExpr expression) {
        return expression.getOperator() == BinaryExpr.Operator.AND
                || expression.getOperator() == BinaryExpr.Operator.OR;
    }

    public static boolean isArithmetic(BinaryExpr expression) {
        return switch (expression.getOperator()) {
            case PLUS, MINUS, MULTIPLY, DIVIDE, REMAINDER -> true;
            case OR,
                    AND,
                    BINARY_OR,
                    BINARY_AND,
                    XOR,
                    EQUALS,
                    NOT_EQUALS,
                    LESS,
                    GREATER,
                    LESS_EQUALS,
                    GREATER_EQUALS,
                    LEFT_SHIFT,
                    SIGNED_RIGHT_SHIFT,
                    UNSIGNED_RIGHT_SHIFT -> false;
        };
    }
}
