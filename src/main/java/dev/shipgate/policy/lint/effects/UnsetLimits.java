package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Callee;
import dev.shipgate.policy.lint.read.Callees;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Expressions;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A budget that is inserted without any limit, such as {@code insert(new Budget("find"))}. */
public final class UnsetLimits implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.consequences()
                .flatMap(code -> Effects.insertions(code)
                        .flatMap(call -> made(code, call.getArgument(0)).stream())
                        .flatMap(made -> slip(code, made).stream()));
    }

    /** The object that is made by {@code new} alone, at once or in a variable that does not change. */
    private static Optional<ObjectCreationExpr> made(Code code, Expression inserted) {
        Expression bare = Expressions.withoutBrackets(inserted);
        return bare instanceof NameExpr name
                ? code.firstValue(name).flatMap(Expression::toObjectCreationExpr)
                : bare.toObjectCreationExpr();
    }

    private static Optional<Diagnostic> slip(Code code, ObjectCreationExpr made) {
        List<String> limits =
                code.meaning(made).map(kind -> limits(kind.type())).orElse(List.of());
        List<Callee> callees = Callees.of(made, code.names());
        return limits.isEmpty() || callees.isEmpty() || callees.stream().anyMatch(callee -> sets(limits, made, callee))
                ? Optional.empty()
                : Optional.of(code.spot(made)
                        .warning(
                                "no-limit",
                                "This " + made.getType().getNameAsString() + " sets no limit. Maybe "
                                        + Expressions.text(made) + "." + limits.get(0) + "(...)?"));
    }

    private static boolean sets(List<String> limits, ObjectCreationExpr made, Callee callee) {
        return IntStream.range(0, made.getArguments().size())
                .filter(i -> !made.getArgument(i).isNullLiteralExpr())
                .mapToObj(callee.parameters()::get)
                .anyMatch(parameter -> parameter.isNumber() || limits.contains(parameter.name()));
    }

    /** The fields of a kind for which it can make another one with a number in that field. */
    private static List<String> limits(Class<?> kind) {
        return Stream.ofNullable(kind.getRecordComponents())
                .flatMap(Arrays::stream)
                .map(RecordComponent::getName)
                .filter(name -> Callee.methods(kind, name)
                        .anyMatch(callee -> callee.parameters().stream().anyMatch(Meaning::isNumber)
                                && callee.returned()
                                        .filter(returned -> returned.type() == kind)
                                        .isPresent()))
                .toList();
    }
}
