package dev.shipgate.policy.lint;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A function of a rule file, which may hand on what it is given as it is.
 *
 * @param body what it does
 * @param parameters their names
 */
record HandedOn(Code body, List<String> parameters) {

    /** The functions of this name and with so many parameters. */
    static Stream<HandedOn> by(LintedFile caller, MethodCallExpr call) {
        return call.getScope().isPresent()
                ? Stream.empty()
                : caller.folder().stream()
                        .flatMap(file -> file.content().getFunctions().stream()
                                .filter(function -> function.getName().equals(call.getNameAsString())
                                        && function.getParameterNames().size()
                                                == call.getArguments().size())
                                .map(function ->
                                        new HandedOn(Code.ofFunction(file, function), function.getParameterNames())));
    }

    /** What takes the parameter of this number, whatever it is. */
    Stream<Meaning> takers(int parameter) {
        String name = parameters.get(parameter);
        return isLookedAt(name)
                ? Stream.empty()
                : Stream.concat(
                        body.all(MethodCallExpr.class).stream()
                                .flatMap(call -> takers(name, call.getArguments(), Callees.of(call, body.names()))),
                        body.all(ObjectCreationExpr.class).stream()
                                .flatMap(creation ->
                                        takers(name, creation.getArguments(), Callees.of(creation, body.names()))));
    }

    private static Stream<Meaning> takers(String name, List<Expression> arguments, List<Callee> callees) {
        return IntStream.range(0, arguments.size())
                .filter(i -> arguments.get(i) instanceof NameExpr argument
                        && argument.getNameAsString().equals(name))
                .boxed()
                .flatMap(i -> callees.stream().map(callee -> callee.parameters().get(i)));
    }

    /** Whether what becomes of it depends on it, or it is changed. */
    private boolean isLookedAt(String name) {
        return Stream.of(IfStmt.class, ConditionalExpr.class, SwitchStmt.class, AssignExpr.class)
                .flatMap(type -> body.all(type).stream())
                .anyMatch(decision -> mentions(decision, name));
    }

    private static boolean mentions(Node node, String name) {
        return Expressions.all(node, NameExpr.class).stream()
                .anyMatch(one -> one.getNameAsString().equals(name));
    }
}
