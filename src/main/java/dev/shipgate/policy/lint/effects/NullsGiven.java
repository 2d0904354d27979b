package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.lint.read.Callee;
import dev.shipgate.policy.lint.read.Callees;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code null} for a value that a fact cannot be without, such as the reason of a failure. */
public final class NullsGiven implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.code().flatMap(code -> Stream.concat(ofMade(code), ofCalled(code)));
    }

    private static Stream<Diagnostic> ofMade(Code code) {
        return code.all(ObjectCreationExpr.class).stream()
                .filter(made ->
                        code.meaning(made).filter(kind -> isFact(kind.type())).isPresent())
                .flatMap(made -> slips(code, made.getArguments(), Callees.of(made, code.names())));
    }

    private static Stream<Diagnostic> ofCalled(Code code) {
        return code.all(MethodCallExpr.class).stream()
                .filter(call -> call.getScope()
                        .flatMap(scope -> code.names().scopeType(scope))
                        .filter(NullsGiven::isFact)
                        .isPresent())
                .flatMap(call -> slips(code, call.getArguments(), Callees.of(call, code.names())));
    }

    private static boolean isFact(Class<?> kind) {
        return kind.isRecord() && kind.isAnnotationPresent(ForRules.class);
    }

    private static Stream<Diagnostic> slips(Code code, List<Expression> arguments, List<Callee> callees) {
        return IntStream.range(0, arguments.size())
                .filter(i -> arguments.get(i).isNullLiteralExpr() && !callees.isEmpty())
                .filter(i -> callees.stream()
                        .noneMatch(callee -> callee.parameters().get(i).mayBeNull()))
                .mapToObj(i -> code.spot(arguments.get(i))
                        .warning(
                                "may-fail",
                                "The rule fails each time: "
                                        + callees.get(0).parameters().get(i).name() + " must not be null."));
    }
}
