package dev.shipgate.policy.lint.read;

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
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The meanings of the names at a place in a rule. For one thread. */
public final class Names {

    private final LintedFile file;
    private final @Nullable Class<?> kind;
    private final Map<String, Meaning> given;

    /**
     * The meanings that were told before: each check asks again, and a call in a row with others asks for those before
     * it twice.
     */
    private final IdentityHashMap<Expression, Optional<Meaning>> meanings = new IdentityHashMap<>();

    /**
     * Names of one place.
     *
     * @param file where kinds of facts are imported
     * @param kind of the fact that a condition is about; null elsewhere
     * @param given the meanings that were given a name before
     */
    Names(LintedFile file, @Nullable Class<?> kind, Map<String, Meaning> given) {
        this.file = file;
        this.kind = kind;
        this.given = given;
    }

    LintedFile file() {
        return file;
    }

    /** The kind of the fact that a condition is about; null elsewhere. */
    @Nullable
    public Class<?> kind() {
        return kind;
    }

    Map<String, Meaning> given() {
        return given;
    }

    /** The meaning of an expression; empty when it cannot be told from the text. */
    public Optional<Meaning> meaning(Expression expression) {
        Optional<Meaning> before = meanings.get(expression);
        if (before != null) {
            return before;
        }
        Optional<Meaning> meaning = read(Expressions.withoutBrackets(expression));
        meanings.put(expression, meaning);
        return meaning;
    }

    private Optional<Meaning> read(Expression bare) {
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
            return member(field.getScope(), field.getNameAsString());
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
            return entry(field.getScope(), field.getNameAsString(), key);
        }
        return bare instanceof MethodCallExpr call
                        && call.getScope().isPresent()
                        && call.getArguments().isEmpty()
                ? entry(call.getScope().get(), call.getNameAsString(), key)
                : Optional.empty();
    }

    private Optional<Meaning> entry(Expression scope, String field, String key) {
        return meaning(scope)
                .flatMap(of -> Meaning.ofEntry(of.type(), field, key))
                .map(entry -> named(scope, entry));
    }

    /** A part under its whole name, such as {@code $route.p95Ms}, with all that is known of it. */
    private Meaning named(Expression scope, Meaning part) {
        Meaning whole = scope instanceof ThisExpr ? part : part.named(Expressions.text(scope) + "." + part.name());
        return given.getOrDefault(whole.name(), whole);
    }

    private Optional<Meaning> call(MethodCallExpr call) {
        if (call.getScope().isEmpty()) {
            return kind != null && call.getArguments().isEmpty()
                    ? Meaning.ofField(kind, call.getNameAsString())
                    : Callees.returned(call, this);
        }
        Expression scope = call.getScope().get();
        Optional<Meaning> known = switch (call.getArguments().size()) {
            case 0 -> member(scope, call.getNameAsString());
            case 1 ->
                call.getNameAsString().equals("get")
                        ? Expressions.textOf(call.getArgument(0)).flatMap(key -> entry(scope, key))
                        : Optional.empty();
            default -> Optional.empty();
        };
        return known.or(() -> Callees.returned(call, this));
    }

    /** A field of the value that an expression stands for. */
    Optional<Meaning> member(Expression scope, String name) {
        Optional<Meaning> of = meaning(scope);
        return scopeType(scope, of)
                .flatMap(type -> Meaning.ofField(type, name))
                .map(field -> named(scope, of.map(field::withinThatOf).orElse(field)));
    }

    /** The type of the expression that a call is made on, which may be the name of a class. */
    public Optional<Class<?>> scopeType(Expression scope) {
        return scopeType(scope, meaning(scope));
    }

    private Optional<Class<?>> scopeType(Expression scope, Optional<Meaning> meaning) {
        Optional<Class<?>> type = meaning.map(Meaning::type);
        boolean isName = scope instanceof NameExpr || scope instanceof FieldAccessExpr;
        return type.isPresent() || !isName ? type : file.kind(Expressions.text(scope));
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
            case "short" -> Optional.of(short.class);
            case "byte" -> Optional.of(byte.class);
            case "boolean" -> Optional.of(boolean.class);
            case "char" -> Optional.of(char.class);
            default -> file.kind(written.replaceFirst("<.*", ""));
        };
    }
}
