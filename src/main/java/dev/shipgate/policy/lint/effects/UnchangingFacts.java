package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import java.util.Optional;
import java.util.stream.Stream;
import org.drools.mvel.parser.ast.expr.ModifyStatement;

/**
 * {@code modify} or {@code update} of a fact of the service, none of which changes: another one is put in its place.
 */
public final class UnchangingFacts implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.consequences()
                .flatMap(code -> Stream.concat(
                        code.all(ModifyStatement.class).stream()
                                .flatMap(modify -> slip(code, modify, modify.getModifyObject()).stream()),
                        code.all(MethodCallExpr.class).stream()
                                .filter(call -> call.getNameAsString().equals("update")
                                        && call.getArguments().size() == 1
                                        && !(call.getArgument(0) instanceof NameExpr))
                                .flatMap(call -> slip(code, call, call.getArgument(0)).stream())));
    }

    private static Optional<Diagnostic> slip(Code code, Node change, Expression fact) {
        return code.meaning(fact)
                .map(Meaning::type)
                .filter(Class::isRecord)
                .map(kind -> code.spot(change)
                        .warning(
                                SlipCodes.NO_EFFECT,
                                "No " + kind.getSimpleName()
                                        + " changes: each setting makes another one. Maybe delete the one"
                                        + " that is there, and insert the other?"));
    }
}
