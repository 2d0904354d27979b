package dev.shipgate.policy.lint.conditions;

import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.policy.lint.read.Condition;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a condition that fails on some values: it reads a text as something else, such as a number, or a place in a
 * text or a list that may not exist.
 *
 * @param part the text or the list
 * @param read the call that may fail
 * @param otherwise the words for a value on which it fails
 * @param question a condition that holds where it does not fail
 */
record FailingRead(Expression part, Expression read, String otherwise, String question) {

    private static final Set<String> READERS = Set.of(
            "parse",
            "parseInt",
            "parseLong",
            "parseShort",
            "parseDouble",
            "parseFloat",
            "valueOf",
            "decode",
            "fromString");

    /** They take every text. */
    private static final Set<String> TAKE_ALL = Set.of("Boolean", "String");

    private static final Set<String> PLACES = Set.of("charAt", "codePointAt", "substring", "subSequence");

    /** Questions that look into a text or a list. */
    private static final Pattern ASKS = Pattern.compile("\\(|matches|contains|memberOf|==|\\bin\\b|str\\[|length|size");

    static Stream<FailingRead> in(Condition condition) {
        return Stream.of(ofTexts(condition), ofPlacesOfTexts(condition), ofPlacesOfLists(condition))
                .flatMap(reads -> reads);
    }

    private static Stream<FailingRead> ofTexts(Condition condition) {
        Stream<FailingRead> called = Expressions.all(condition.expression(), MethodCallExpr.class).stream()
                .filter(call -> READERS.contains(call.getNameAsString())
                        && call.getScope()
                                .map(Expressions::text)
                                .filter(TAKE_ALL::contains)
                                .isEmpty())
                .flatMap(call -> ofText(condition, call, call.getArguments()));
        Stream<FailingRead> made = Expressions.all(condition.expression(), ObjectCreationExpr.class).stream()
                .filter(creation ->
                        condition.meaning(creation).filter(Meaning::isNumber).isPresent())
                .flatMap(creation -> ofText(condition, creation, creation.getArguments()));
        return Stream.concat(called, made);
    }

    private static Stream<FailingRead> ofText(Condition condition, Expression read, List<Expression> arguments) {
        return arguments.stream()
                .filter(argument -> Expressions.textOf(argument).isEmpty() && isText(condition, argument))
                .map(text -> new FailingRead(text, read, " is another text", ".matches(\"...\")"));
    }

    private static Stream<FailingRead> ofPlacesOfTexts(Condition condition) {
        return Expressions.all(condition.expression(), MethodCallExpr.class).stream()
                .filter(call -> PLACES.contains(call.getNameAsString()))
                .flatMap(call -> call.getScope().stream()
                        .filter(text -> isText(condition, text))
                        .map(text -> new FailingRead(text, call, " is a shorter text", ".length() > ...")));
    }

    private static Stream<FailingRead> ofPlacesOfLists(Condition condition) {
        Stream<FailingRead> called = Expressions.all(condition.expression(), MethodCallExpr.class).stream()
                .filter(call -> call.getNameAsString().equals("get"))
                .flatMap(call -> call.getScope().stream()
                        .filter(list -> isList(condition, list))
                        .map(list -> ofPlace(list, call)));
        Stream<FailingRead> indexed = Expressions.all(condition.expression(), ArrayAccessExpr.class).stream()
                .filter(place -> place.getIndex() instanceof IntegerLiteralExpr && isList(condition, place.getName()))
                .map(place -> ofPlace(place.getName(), place));
        return Stream.concat(called, indexed);
    }

    private static FailingRead ofPlace(Expression list, Expression read) {
        return new FailingRead(list, read, " is a shorter list", ".size() > ...");
    }

    private static boolean isText(Condition condition, Expression part) {
        return condition.meaning(part).filter(Meaning::isText).isPresent();
    }

    private static boolean isList(Condition condition, Expression part) {
        return condition
                .meaning(part)
                .filter(meaning -> List.class.isAssignableFrom(meaning.type()))
                .isPresent();
    }

    /** Whether a question before it looks at the text or the list that it reads, for example at its length. */
    boolean isAskedFor(SaidBefore said) {
        String name = Expressions.text(part);
        return said.asked(part)
                .anyMatch(asked -> asked.contains(name) && ASKS.matcher(asked).find());
    }
}
