package dev.shipgate.policy.lint.names;

import static java.util.Comparator.comparing;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Callee;
import dev.shipgate.policy.lint.read.LintedFile;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.read.SlipCodes;
import dev.shipgate.policy.lint.syntax.Conversions;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.FunctionDescr;

/**
 * Two functions that a call does not tell apart. The files of a package have their functions in common, and of two that
 * are alike the compiler takes one, in silence, for the calls in both files.
 */
public final class SameFunctions implements SlipCheck {

    private record Function(LintedFile file, FunctionDescr content) {

        /** Two functions of one file have one author, who may want one for all values and one for some of them. */
        boolean isMistakenFor(Function other) {
            return content.getName().equals(other.content.getName())
                    && file.content().getName().equals(other.file.content().getName())
                    && (file == other.file
                            ? content.getParameterTypes().equals(other.content.getParameterTypes())
                            : takesWhatIsFor(other));
        }

        private boolean takesWhatIsFor(Function other) {
            List<Class<?>> own = types();
            List<Class<?>> others = other.types();
            return own.size() == others.size()
                    && IntStream.range(0, own.size()).allMatch(i -> isForBoth(own.get(i), others.get(i)));
        }

        private List<Class<?>> types() {
            return Callee.of(file, content).parameters().stream()
                    .<Class<?>>map(parameter -> Conversions.boxed(parameter.type()))
                    .toList();
        }

        /** Whether some value may be given to either. A number becomes one of another type on the way. */
        private static boolean isForBoth(Class<?> one, Class<?> other) {
            return one.isAssignableFrom(other)
                    || other.isAssignableFrom(one)
                    || (Number.class.isAssignableFrom(one) && Number.class.isAssignableFrom(other));
        }

        Spot spot() {
            return new Spot(file.path(), content.getLine(), 1, null);
        }
    }

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        List<Function> functions = folder.files().stream()
                .sorted(comparing(LintedFile::path))
                .flatMap(file -> file.content().getFunctions().stream().map(content -> new Function(file, content)))
                .toList();
        return IntStream.range(0, functions.size())
                .boxed()
                .flatMap(i -> firstLike(functions.get(i), functions.subList(0, i)).stream()
                        .map(first -> slip(functions.get(i), first)));
    }

    private static Optional<Function> firstLike(Function function, List<Function> before) {
        return before.stream().filter(function::isMistakenFor).findFirst();
    }

    private static Diagnostic slip(Function function, Function first) {
        return function.spot()
                .refusal(
                        SlipCodes.SAME_NAME,
                        "The function " + function.content().getName() + " is there already, in "
                                + first.spot().file() + ":" + first.spot().line()
                                + ". The files of a folder have their functions in common, so nobody could tell which of the two "
                                + "a rule calls. Maybe another name? Or leave this one out: rules here may call that one.");
    }
}
