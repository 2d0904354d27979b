package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.Optional;

/** A part of a rule file that could be read: a condition, or Java. */
public interface Passage {

    /** The meanings of the names in it. */
    Names names();

    /** Where a part of it begins. */
    Spot spot(Node part);

    default Optional<Meaning> meaning(Expression part) {
        return names().meaning(part);
    }
}
