package dev.shipgate.policy.lint.numbers;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LiteralStringValueExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.syntax.Expressions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code 0700}, which is 448 to Java and 700 to the engine; {@code 0800} fails where {@code 0700} does not. */
public final class OctalNumbers implements SlipCheck {

    private static final Pattern OCTAL = Pattern.compile("0[0-9_]*[0-9][lL]?");

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Stream<Diagnostic> conditions = folder.conditions()
                .flatMap(condition ->
                        numbers(condition.expression()).map(number -> slip(condition.spot(number), number)));
        Stream<Diagnostic> code = folder.code()
                .flatMap(java -> numbers(java.statements()).map(number -> slip(java.spot(number), number)));
        return Stream.concat(conditions, code);
    }

    private static Stream<LiteralStringValueExpr> numbers(Node root) {
        return Stream.of(IntegerLiteralExpr.class, LongLiteralExpr.class)
                .<LiteralStringValueExpr>flatMap(type -> Expressions.all(root, type).stream())
                .filter(number -> OCTAL.matcher(number.getValue()).matches());
    }

    private static Diagnostic slip(Spot spot, LiteralStringValueExpr number) {
        return spot.refusal(
                SlipCodes.OCTAL,
                "A number that begins with 0 is read as octal in some places and not in others. Maybe "
                        + number.getValue().replaceFirst("^[0_]+(?=[0-9])", "") + "?");
    }
}
