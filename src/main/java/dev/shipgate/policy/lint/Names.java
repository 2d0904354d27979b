package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the names at a place in a rule stand for.
 *
 * @param file where kinds of facts are imported
 * @param kind of the fact that a condition is about; null elsewhere
 * @param given what was given a name before
 */
record Names(LintedFile file, @Nullable Class<?> kind, Map<String, Meaning> given) {

    /** Empty when it is nothing that can be told from the text. */
    Optional<Meaning> meaning(Expression expression) {
        Expression bare = Expressions.withoutBrackets(expression);
        if (bare instanceof NameExpr name) {
            return named(name.getNameAsString());
        }
        if (bare instanceof ThisExpr) {
            return Optional.ofNullable(kind).map(type -> Meaning.of("this", type));
        }
        if (bare instanceof ArrayAccessExpr entry) {
            return Expressions.keyOf(entry).flatMap(key -> entry(entry.getName(), key));
        }
        if (bare instanceof FieldAccessExpr field) {
            return member(field.getScope(), field.getNameAsString(), 0);
        }
        if (bare instanceof MethodCallExpr call) {
            return call(call);
        }
        return typeOf(bare).map(type -> Meaning.of(Expressions.text(bare), type));
    }

    private Optional<Meaning> named(String name) {
        Optional<Meaning> before = Optional.ofNullable(given.get(name));
        return before.isPresent() || kind == null ? before : Meaning.ofField(kind, name);
    }

    private Optional<Meaning> entry(Expression map, String key) {
        Expression bare = Expressions.withoutBrackets(map);
        if (bare instanceof NameExpr name && kind != null) {
            return Meaning.ofEntry(kind, name.getNameAsString(), key);
        }
        if (bare instanceof FieldAccessExpr field) {
            return meaning(field.getScope()).flatMap(of -> Meaning.ofEntry(of.type(), field.getNameAsString(), key));
        }
        return bare instanceof MethodCallExpr call
                        && call.getScope().isPresent()
                        && call.getArguments().isEmpty()
                ? meaning(call.getScope().get()).flatMap(of -> Meaning.ofEntry(of.type(), call.getNameAsString(), key))
                : Optional.empty();
    }

    private Optional<Meaning> call(MethodCallExpr call) {
        if (call.getScope().isEmpty()) {
            return kind != null && call.getArguments().isEmpty()
                    ? Meaning.ofField(kind, call.getNameAsString())
                    : Optional.empty();
        }
        Expression scope = call.getScope().get();
        Optional<Meaning> entry =
                call.getNameAsString().equals("get") && call.getArguments().size() == 1
                        ? Expressions.textOf(call.getArgument(0)).flatMap(key -> entry(scope, key))
                        : Optional.empty();
        return entry.isPresent()
                ? entry
                : member(scope, call.getNameAsString(), call.getArguments().size());
    }

    private Optional<Meaning> member(Expression scope, String name, int arguments) {
        Optional<Class<?>> type = scopeType(scope);
        Optional<Meaning> field = arguments == 0 ? type.flatMap(of -> Meaning.ofField(of, name)) : Optional.empty();
        return field.isPresent()
                ? field.map(meaning ->
                        meaning.named(scope instanceof ThisExpr ? name : Expressions.text(scope) + "." + name))
                : type.flatMap(of -> returned(of, name, arguments))
                        .map(returned -> Meaning.of(Expressions.text(scope) + "." + name, returned));
    }

    /** The type of what a call is made on, which may be the name of a class. */
    private Optional<Class<?>> scopeType(Expression scope) {
        Optional<Class<?>> type = meaning(scope).map(Meaning::type);
        boolean isName = scope instanceof NameExpr || scope instanceof FieldAccessExpr;
        return type.isPresent() || !isName ? type : file.kind(Expressions.text(scope));
    }

    private static Optional<Class<?>> returned(Class<?> type, String name, int arguments) {
        List<Class<?>> types = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == arguments)
                .<Class<?>>map(Method::getReturnType)
                .distinct()
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    private Optional<Class<?>> typeOf(Expression bare) {
        if (bare instanceof StringLiteralExpr) {
            return Optional.of(String.class);
        }
        if (bare instanceof IntegerLiteralExpr) {
            return Optional.of(int.class);
        }
        if (bare instanceof LongLiteralExpr) {
            return Optional.of(long.class);
        }
        if (bare instanceof DoubleLiteralExpr) {
            return Optional.of(double.class);
        }
        if (bare instanceof ObjectCreationExpr made) {
            return file.kind(made.getType().getNameWithScope());
        }
        if (bare instanceof CastExpr cast) {
            return type(cast.getType().asString());
        }
        if (bare instanceof UnaryExpr unary && unary.getOperator() == UnaryExpr.Operator.MINUS) {
            return typeOf(Expressions.withoutBrackets(unary.getExpression()));
        }
        return bare instanceof BinaryExpr binary && Expressions.isArithmetic(binary)
                ? computed(binary)
                : Optional.empty();
    }

    private Optional<Class<?>> computed(BinaryExpr binary) {
        Optional<Meaning> left = meaning(binary.getLeft());
        Optional<Meaning> right = meaning(binary.getRight());
        if (left.filter(Meaning::isText).isPresent()
                || right.filter(Meaning::isText).isPresent()) {
            return Optional.of(String.class);
        }
        if (left.isEmpty() || right.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(left.get().isWholeNumber() && right.get().isWholeNumber() ? long.class : double.class);
    }

    /** The class of a type as it is written down. */
    Optional<Class<?>> type(String written) {
        return switch (written) {
            case "int" -> Optional.of(int.class);
            case "long" -> Optional.of(long.class);
            case "double" -> Optional.of(double.class);
            case "float" -> Optional.of(float.class);
            default -> file.kind(written.replaceFirst("<.*", ""));
        };
    }
}
