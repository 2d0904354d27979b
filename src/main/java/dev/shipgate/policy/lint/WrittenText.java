package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that a rule compares with a field, or gives to one.
 *
 * @param field which one
 * @param value the text
 */
record WrittenText(Meaning field, String value, Spot spot) {

    static Stream<WrittenText> all(LintedFolder folder) {
        return Stream.concat(
                folder.conditions().flatMap(WrittenText::compared),
                folder.rules().stream().flatMap(rule -> given(rule.consequence())));
    }

    private static Stream<WrittenText> compared(Condition condition) {
        return condition.compared().stream()
                .map(Compared::literalLast)
                .flatMap(is -> condition.meaning(is.left()).filter(Meaning::isText).stream()
                        .flatMap(field -> is.rights().stream()
                                .flatMap(right -> Expressions.textOf(right).stream()
                                        .map(value -> new WrittenText(field, value, condition.spot(right))))));
    }

    private static Stream<WrittenText> given(Code code) {
        Stream<WrittenText> made = code.all(ObjectCreationExpr.class).stream()
                .flatMap(creation -> code.names().meaning(creation).stream()
                        .filter(type -> type.type().isRecord())
                        .flatMap(type -> Arrays.stream(type.type().getConstructors()))
                        .flatMap(constructor -> texts(code, creation.getArguments(), constructor)));
        Stream<WrittenText> called = code.all(MethodCallExpr.class).stream()
                .flatMap(call -> call.getScope().stream()
                        .filter(scope -> scope.isNameExpr() || scope.isFieldAccessExpr())
                        .flatMap(scope -> code.file().kind(Expressions.text(scope)).stream())
                        .filter(Class::isRecord)
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(method -> method.getName().equals(call.getNameAsString()))
                        .flatMap(method -> texts(code, call.getArguments(), method)));
        return Stream.concat(made, called);
    }

    private static Stream<WrittenText> texts(Code code, List<Expression> arguments, Executable called) {
        Parameter[] parameters = called.getParameters();
        return parameters.length != arguments.size()
                ? Stream.empty()
                : IntStream.range(0, parameters.length)
                        .boxed()
                        .flatMap(i -> Expressions.textOf(arguments.get(i)).stream()
                                .map(value -> new WrittenText(
                                        Meaning.of(parameters[i]), value, code.spot(arguments.get(i)))));
    }

    /** Whether it is a name, and no sentence for people. */
    boolean isName() {
        return !value.strip().contains(" ");
    }
}
