package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.VariableDeclarator;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.BlockStmt;
import dev.shipgate.policy.lint.read.NullFailures.Needed;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.NodeLines;
import dev.shipgate.policy.lint.syntax.Spot;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.FunctionDescr;
import org.jspecify.annotations.Nullable;

/**
 * Java in a rule file: the consequence of a rule, or a function.
 *
 * @param rule its rule; null for a function
 * @param source as it is written
 * @param statements the block that the parser made of it
 * @param changed the expressions that get another value in it
 * @param lines where its parts begin
 * @param names the meanings of the names in it
 */
public record Code(
        LintedFile file,
        @Nullable String rule,
        String source,
        BlockStmt statements,
        Set<String> changed,
        NodeLines lines,
        Names names)
        implements Passage {

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
        Set<String> changed =
                Expressions.changed(statements).map(Expressions::text).collect(Collectors.toSet());
        Map<String, Meaning> all = new HashMap<>(given);
        for (VariableDeclarator variable : Expressions.all(statements, VariableDeclarator.class)) {
            meaning(variable, changed, new Names(file, null, all))
                    .ifPresent(meaning -> all.put(variable.getNameAsString(), meaning));
        }
        NodeLines lines = new NodeLines(statements, source, file.lineFrom(line, source));
        return new Code(file, rule, source, statements, changed, lines, new Names(file, null, all));
    }

    /** The meaning of a variable: that of its first value, unless it changes. */
    private static Optional<Meaning> meaning(VariableDeclarator variable, Set<String> changed, Names before) {
        String name = variable.getNameAsString();
        Optional<Meaning> first = variable.getInitializer()
                .filter(value -> !changed.contains(name))
                .flatMap(before::meaning);
        return before.type(variable.getType().asString())
                .map(type -> first.flatMap(is -> is.as(type)).orElseGet(() -> Meaning.of(name, type)))
                .or(() -> first);
    }

    public <T extends Node> List<T> all(Class<T> type) {
        return Expressions.all(statements, type);
    }

    /** The kinds of the objects that it makes with {@code new}. */
    public Stream<String> made() {
        return all(ObjectCreationExpr.class).stream()
                .map(creation -> creation.getType().getNameAsString());
    }

    /**
     * The value that a variable is set to when nothing changes it; empty when something does, or it is none of here.
     */
    public Optional<Expression> firstValue(NameExpr variable) {
        return changed.contains(variable.getNameAsString())
                ? Optional.empty()
                : all(VariableDeclarator.class).stream()
                        .filter(one -> one.getNameAsString().equals(variable.getNameAsString()))
                        .flatMap(one -> one.getInitializer().stream())
                        .findFirst();
    }

    /** The number that a variable has all the time; empty when there is none. */
    public Optional<BigDecimal> constant(Expression variable) {
        return variable instanceof NameExpr name ? firstValue(name).flatMap(Expressions::number) : Optional.empty();
    }

    /** Whether it asks anywhere whether something is there. */
    public boolean asksForNullOf(Needed needed) {
        String plain = source.replaceAll("\\s|\\(\\)", "");
        return Stream.of(needed.written(), needed.what().name())
                .map(written -> written.replace("()", ""))
                .flatMap(written ->
                        Stream.of(written + "!=null", written + "==null", "null!=" + written, "null==" + written))
                .anyMatch(plain::contains);
    }

    /** The comparisons in it. */
    public List<Compared> compared() {
        return all(BinaryExpr.class).stream()
                .filter(binary -> !Expressions.joins(binary))
                .flatMap(binary -> Compared.in(binary).stream())
                .toList();
    }

    @Override
    public Spot spot(Node part) {
        return new Spot(file.path(), lines.lineOf(part), 1, rule);
    }
}
