package dev.shipgate.policy.compile;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.drl.slips.CompileSlips;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.syntax.FixedSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One list of the problems that the compiler and the checks for slips find in one edit. */
final class ReportedOnce {

    private ReportedOnce() {}

    /**
     * The errors of the compiler and the other findings, without those that only follow from the errors of the
     * compiler, or say them again: errors of the text first, then those of the compiler, then warnings.
     */
    static List<Diagnostic> of(List<Diagnostic> ofCompiler, List<Diagnostic> slips) {
        List<Diagnostic> left =
                slips.stream().filter(slip -> !follows(slip, ofCompiler)).toList();
        boolean namesAreReported = slips.stream().anyMatch(slip -> slip.code().equals(SlipCodes.SAME_NAME));
        return Stream.of(
                        left.stream().filter(Diagnostic::isError),
                        ofCompiler.stream()
                                .filter(error -> !namesAreReported || !isOfSameNames(error))
                                .filter(error -> !isExplainedBySlip(error, left)),
                        left.stream().filter(slip -> !slip.isError()))
                .flatMap(reported -> reported)
                .toList();
    }

    /**
     * If the compiler cannot read a rule, nobody knows its effect, the meaning of a word in it, or whether 01 is the
     * end of 0,01.
     */
    private static boolean follows(Diagnostic slip, List<Diagnostic> ofCompiler) {
        return ofCompiler.stream()
                .filter(error -> Objects.equals(error.file(), slip.file()))
                .anyMatch(error -> switch (slip.code()) {
                    case SlipCodes.NO_EFFECT -> Objects.equals(error.rule(), slip.rule());
                    case SlipCodes.OCTAL -> error.line() == slip.line();
                    case SlipCodes.NO_SUCH_VALUE ->
                        error.line() == slip.line() && isOfFixedSet(slip) && isOfFixedSet(error);
                    case SlipCodes.NO_SUCH_NAME -> error.line() == slip.line() && !CompileSlips.saysLittle(error);
                    default -> false;
                });
    }

    private static boolean isOfFixedSet(Diagnostic reported) {
        return reported.message().contains(FixedSet.NO_TEXT);
    }

    /** Whether the word over which the compiler stumbles is told by itself. */
    private static boolean isExplainedBySlip(Diagnostic error, List<Diagnostic> slips) {
        return CompileSlips.saysLittle(error)
                && slips.stream()
                        .filter(slip -> slip.code().equals(SlipCodes.NO_SUCH_NAME))
                        .anyMatch(slip -> Objects.equals(slip.file(), error.file())
                                && (error.rule() == null || error.rule().equals(slip.rule())));
    }

    private static boolean isOfSameNames(Diagnostic error) {
        return error.message().startsWith("Duplicate rule name")
                || error.message().startsWith("Duplicate method")
                || error.message().startsWith("Java source of");
    }
}
