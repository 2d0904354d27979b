package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.nodeTypes.NodeWithArguments;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The candidates for a call, as Java chooses by the types of the arguments. */
public final class Callees {

    private Callees() {}

    /** All that it may be; one, where the types of all arguments are known. */
    public static List<Callee> of(MethodCallExpr call, Names names) {
        Stream<Callee> named = call.getScope().isEmpty()
                ? names.file().functions(call.getNameAsString())
                : names.scopeType(call.getScope().get()).stream()
                        .flatMap(type -> Callee.methods(type, call.getNameAsString()));
        return fitting(named.toList(), call, names);
    }

    /** The same of {@code new}. */
    public static List<Callee> of(ObjectCreationExpr creation, Names names) {
        return fitting(
                names.file().kind(creation.getType().getNameWithScope()).stream()
                        .flatMap(Callee::constructors)
                        .toList(),
                creation,
                names);
    }

    /** The value that a call returns; a {@code long} where it is one of several whole numbers. */
    static Optional<Meaning> returned(MethodCallExpr call, Names names) {
        List<Meaning> all = of(call, names).stream()
                .flatMap(callee -> callee.returned().stream())
                .distinct()
                .toList();
        if (all.size() == 1) {
            return Optional.of(all.get(0).named(Expressions.text(call)));
        }
        return !all.isEmpty() && all.stream().allMatch(Meaning::isWholeNumber)
                ? Optional.of(Meaning.of(Expressions.text(call), long.class))
                : Optional.empty();
    }

    private static List<Callee> fitting(List<Callee> named, NodeWithArguments<?> call, Names names) {
        List<Optional<Class<?>>> types = call.getArguments().stream()
                .map(argument -> type(argument, names))
                .toList();
        List<Callee> plain =
                named.stream().filter(callee -> callee.takes(types, false)).toList();
        return narrowest(
                plain.isEmpty()
                        ? named.stream()
                                .filter(callee -> callee.takes(types, true))
                                .toList()
                        : plain,
                types);
    }

    private static Optional<Class<?>> type(Expression argument, Names names) {
        return names.meaning(argument).<Class<?>>map(Meaning::type).filter(type -> type != Object.class);
    }

    private static List<Callee> narrowest(List<Callee> fitting, List<Optional<Class<?>>> types) {
        List<Callee> narrowest = types.stream().allMatch(Optional::isPresent)
                ? fitting.stream()
                        .filter(one -> fitting.stream().allMatch(one::isAsNarrowAs))
                        .toList()
                : List.of();
        return narrowest.isEmpty() ? fitting : narrowest;
    }
}
