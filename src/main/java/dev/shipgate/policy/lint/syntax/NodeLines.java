package dev.shipgate.policy.lint.syntax;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.LiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.Name;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SimpleName;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.stmt.CatchClause;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The lines of the nodes of an expression or of statements. The engine's parser keeps no places, but its nodes are in
 * the order of the text, so each word of a node is the next such word of the text.
 */
public final class NodeLines {

    /** Comments, which are passed over, texts, numbers, and words. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*+|/\\*.*?(?:\\*/|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*+\""
                    + "|'(?:\\\\.|[^'\\\\\\n])*+'|\\.?\\d(?:[eE][-+]|[\\w.])*+|[\\p{L}_$][\\p{L}\\p{N}_$]*+",
            Pattern.DOTALL);

    private static final NavigableSet<Integer> NOWHERE = Collections.emptyNavigableSet();

    private final IdentityHashMap<Node, Integer> lines = new IdentityHashMap<>();
    private final int firstLine;

    /**
     * Finds them.
     *
     * @param root the node that the parser made of the text
     * @param firstLine that of the text in its file
     */
    public NodeLines(Node root, String text, int firstLine) {
        this.firstLine = firstLine;
        Map<String, NavigableSet<Integer>> offsets = new HashMap<>();
        TOKEN.matcher(text)
                .results()
                .forEach(token -> offsets.computeIfAbsent(token.group(), word -> new TreeSet<>())
                        .add(token.start()));
        int line = firstLine;
        int offset = -1;
        for (Node node : Expressions.all(root, Node.class)) {
            Integer next = word(node).map(offsets::get).orElse(NOWHERE).higher(offset);
            if (next != null) {
                line += lineBreaks(text.substring(Math.max(0, offset), next));
                offset = next;
                lines.put(node, line);
            }
        }
    }

    private static int lineBreaks(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    /** That on which a node begins; the first one of the text when the node is written in another way. */
    public int lineOf(Node node) {
        return Expressions.all(node, Node.class).stream()
                .filter(lines::containsKey)
                .findFirst()
                .map(lines::get)
                .orElse(firstLine);
    }

    /** The word of the text that is a node's own, and not that of a node within it. */
    private static Optional<String> word(Node node) {
        if (node instanceof SimpleName name) {
            // The tree has the types of variables and of methods twice, or after the name.
            boolean ofType = name.getParentNode().orElse(null) instanceof ClassOrInterfaceType;
            return ofType ? Optional.empty() : Optional.of(name.getIdentifier());
        }
        if (node instanceof Name name) {
            return Optional.of(name.getIdentifier());
        }
        if (node instanceof StringLiteralExpr text) {
            return Optional.of("\"" + text.getValue() + "\"");
        }
        if (node instanceof LiteralStringValueExpr number) {
            return Optional.of(number.getValue());
        }
        if (node instanceof LiteralExpr literal) {
            return Optional.of(Expressions.text(literal));
        }
        if (node instanceof ThisExpr) {
            return Optional.of("this");
        }
        if (node instanceof ObjectCreationExpr) {
            return Optional.of("new");
        }
        if (node instanceof CatchClause) {
            return Optional.of("catch");
        }
        return node instanceof ReturnStmt ? Optional.of("return") : Optional.empty();
    }
}
