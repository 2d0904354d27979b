package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.Expression;
import dev.shipgate.policy.Diagnostic;
import java.util.stream.Stream;

/** What a consequence does with what may be null, on which the rule fails: {@code $cost * 2}. */
final class NullInConsequences implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return folder.rules().stream().flatMap(rule -> findings(rule.consequence()));
    }

    private static Stream<Diagnostic> findings(Code code) {
        String plain = code.source().replaceAll("\\s|\\(\\)", "");
        return NullFailures.inJava(code.statements(), code.names())
                .flatMap(part -> code.names().meaning(part).stream()
                        .filter(Meaning::mayBeNull)
                        .filter(meaning -> Stream.of(Expressions.text(part), meaning.name())
                                .noneMatch(written -> isAskedFor(written.replace("()", ""), plain)))
                        .map(meaning -> slip(code, part, meaning)))
                .limit(1);
    }

    private static boolean isAskedFor(String written, String plain) {
        return Stream.of(written + "!=null", written + "==null", "null!=" + written, "null==" + written)
                .anyMatch(plain::contains);
    }

    private static Diagnostic slip(Code code, Expression part, Meaning meaning) {
        return code.spot(part)
                .warning(
                        "may-fail",
                        "The rule fails where there is no " + Expressions.text(part)
                                + ", so that the request gets no verdict. Maybe "
                                + (Expressions.text(part).startsWith("$")
                                        ? meaning.name() + " != null, under \"when\"?"
                                        : Expressions.text(part) + " != null before it?"));
    }
}
