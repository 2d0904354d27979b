package dev.shipgate.policy.lint.read;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.policy.lint.syntax.Compared;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that a rule compares with a field, or gives to one.
 *
 * @param field which one
 * @param value the text
 * @param isGiven whether it is given to the field, and not compared with it
 */
public record WrittenText(Meaning field, String value, boolean isGiven, Spot spot) {

    private static final Set<String> SENTENCES = Set.of("detail", "because", "what");
    private static final Pattern UNSEEN_AT_AN_END = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    static Stream<WrittenText> all(LintedFolder folder) {
        return Stream.concat(
                folder.conditions().flatMap(condition -> compared(condition, condition.compared())),
                folder.code().flatMap(WrittenText::given));
    }

    private static Stream<WrittenText> compared(Passage passage, List<Compared> compared) {
        return compared.stream()
                .map(Compared::literalLast)
                .flatMap(is -> passage.meaning(is.left()).filter(Meaning::isText).stream()
                        .flatMap(field -> is.rights().stream()
                                .flatMap(right -> Expressions.textOf(right).stream()
                                        .map(value -> new WrittenText(field, value, false, passage.spot(right))))));
    }

    private static Stream<WrittenText> given(Code code) {
        Stream<WrittenText> made = code.all(ObjectCreationExpr.class).stream()
                .filter(creation -> code.meaning(creation)
                        .filter(type -> type.type().isRecord())
                        .isPresent())
                .flatMap(creation -> texts(code, creation.getArguments(), Callees.of(creation, code.names())));
        Stream<WrittenText> called = code.all(MethodCallExpr.class).stream()
                .filter(call -> call.getScope()
                        .flatMap(scope -> code.file().kind(Expressions.text(scope)))
                        .filter(Class::isRecord)
                        .isPresent())
                .flatMap(call -> texts(code, call.getArguments(), Callees.of(call, code.names())));
        Stream<WrittenText> compared =
                code.all(MethodCallExpr.class).stream().flatMap(call -> compared(code, Compared.in(call)));
        return Stream.of(made, called, compared).flatMap(texts -> texts);
    }

    private static Stream<WrittenText> texts(Code code, List<Expression> arguments, List<Callee> callees) {
        return callees.stream()
                .flatMap(callee -> IntStream.range(0, arguments.size())
                        .boxed()
                        .flatMap(i -> Expressions.textOf(arguments.get(i)).stream()
                                .map(value -> new WrittenText(
                                        callee.parameters().get(i), value, true, code.spot(arguments.get(i))))));
    }

    /** Whether it is a name, and no sentence for people. */
    public boolean isName() {
        return !SENTENCES.contains(field.name());
    }

    /** Whether nobody sees any of it. */
    public boolean isEmpty() {
        return trimmed().isEmpty();
    }

    /** Without the blanks and other invisible characters at its ends. */
    public String trimmed() {
        return UNSEEN_AT_AN_END.matcher(value).replaceAll("");
    }
}
