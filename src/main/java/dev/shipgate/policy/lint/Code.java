package dev.shipgate.policy.lint;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.stmt.BlockStmt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.drl.ast.descr.FunctionDescr;
import org.jspecify.annotations.Nullable;

/**
 * Java in a rule file: the consequence of a rule, or a function.
 *
 * @param rule its rule; null for a function
 * @param source as it is written
 * @param statements what the parser made of it
 * @param lines where its parts begin
 * @param names what names stand for in it
 */
record Code(LintedFile file, @Nullable String rule, String source, BlockStmt statements, NodeLines lines, Names names) {

    static Code ofConsequence(LintedFile file, String rule, int line, String source, Map<String, Meaning> given) {
        return of(file, rule, line, source, given);
    }

    static Code ofFunction(LintedFile file, FunctionDescr function) {
        Names names = new Names(file, null, Map.of());
        Map<String, Meaning> parameters = new HashMap<>();
        for (int i = 0; i < function.getParameterNames().size(); i++) {
            String name = function.getParameterNames().get(i);
            names.type(function.getParameterTypes().get(i))
                    .ifPresent(type -> parameters.put(name, Meaning.of(name, type)));
        }
        return of(file, null, function.getLine(), function.getBody(), parameters);
    }

    private static Code of(
            LintedFile file, @Nullable String rule, int line, String source, Map<String, Meaning> given) {
        BlockStmt statements = Expressions.block(source);
        Map<String, Meaning> all = new HashMap<>(given);
        for (VariableDeclarator variable : Expressions.all(statements, VariableDeclarator.class)) {
            Names before = new Names(file, null, Map.copyOf(all));
            before.type(variable.getType().asString())
                    .or(() -> variable.getInitializer().flatMap(before::meaning).map(Meaning::type))
                    .ifPresent(
                            type -> all.put(variable.getNameAsString(), Meaning.of(variable.getNameAsString(), type)));
        }
        NodeLines lines = new NodeLines(statements, source, file.lineFrom(line, source));
        return new Code(file, rule, source, statements, lines, new Names(file, null, all));
    }

    <T extends Node> List<T> all(Class<T> type) {
        return Expressions.all(statements, type);
    }

    /** Where a part of it begins. */
    Spot spot(Node part) {
        return new Spot(file.path(), lines.lineOf(part), 1, rule);
    }
}
