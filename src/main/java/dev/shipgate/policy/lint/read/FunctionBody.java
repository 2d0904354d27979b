package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.IfStmt;
import com.github.javaparser.ast.stmt.SwitchStmt;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.FunctionDescr;

/**
 * A function of a rule file, and the use that it makes of its arguments.
 *
 * @param body its code
 * @param parameters their names
 */
public record FunctionBody(Code body, List<String> parameters) {

    static FunctionBody of(LintedFile file, FunctionDescr function) {
        return new FunctionBody(Code.ofFunction(file, function), function.getParameterNames());
    }

    /**
     * The parts of its parameter of this number that the function fails without: fields of it, or all of it, which is
     * "".
     */
    Stream<String> needed(int parameter) {
        String name = parameters.get(parameter);
        Map<String, Meaning> given = new HashMap<>(body.names().given());
        given.put(name, given.getOrDefault(name, Meaning.of(name, Object.class)).orNull());
        return isChanged(name)
                ? Stream.empty()
                : NullFailures.direct(body, new Names(body.file(), null, given))
                        .filter(needed -> !body.asksForNullOf(needed))
                        .map(needed -> needed.what().name())
                        .filter(what -> what.equals(name) || what.startsWith(name + "."))
                        .map(what -> what.substring(Math.min(what.length(), name.length() + 1)));
    }

    /** The parameters of its calls that take the parameter of this number, whatever it is. */
    public Stream<Meaning> takers(int parameter) {
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

    /** Whether the function changes the parameter, or decides by its value. */
    private boolean isLookedAt(String name) {
        return isChanged(name)
                || Stream.of(IfStmt.class, ConditionalExpr.class, SwitchStmt.class)
                        .flatMap(type -> body.all(type).stream())
                        .anyMatch(decision -> mentions(decision, name));
    }

    private boolean isChanged(String name) {
        return Expressions.changed(body.statements()).anyMatch(target -> mentions(target, name));
    }

    private static boolean mentions(Node node, String name) {
        return Expressions.all(node, NameExpr.class).stream()
                .anyMatch(one -> one.getNameAsString().equals(name));
    }
}
