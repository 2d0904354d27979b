package dev.shipgate.policy.lint;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import java.util.List;
import java.util.Optional;

/**
 * One condition of a pattern, or an {@code eval}.
 *
 * @param expression without the name that it gives, if it gives one
 * @param text as it is written
 * @param spot where it begins
 * @param lines where its parts begin
 * @param names what names stand for in it
 * @param compared what it compares, from left to right
 */
record Condition(Expression expression, String text, Spot spot, NodeLines lines, Names names, List<Compared> compared) {

    Condition(Expression expression, String text, Spot spot, Names names) {
        this(expression, text, spot, new NodeLines(expression, text, spot.line()), names, Compared.in(expression));
    }

    /** Where a part of it begins. */
    Spot spot(Node part) {
        int line = lines.lineOf(part);
        return line == spot.line() ? spot : new Spot(spot.file(), line, 1, spot.rule());
    }

    Optional<Meaning> meaning(Expression part) {
        return names.meaning(part);
    }

    /** Whether it compares something with anything that is there, or asks whether it is there. */
    boolean asksFor(String name) {
        return text.matches("(?s).*\\bmissing\\b.*")
                || compared().stream()
                        .filter(is -> is.isWithNull() || !is.holdsForNull())
                        .anyMatch(is -> isNamed(is.left(), name)
                                || is.rights().stream().anyMatch(right -> isNamed(right, name)));
    }

    private boolean isNamed(Expression part, String name) {
        return meaning(part).filter(is -> is.name().equals(name)).isPresent();
    }
}
