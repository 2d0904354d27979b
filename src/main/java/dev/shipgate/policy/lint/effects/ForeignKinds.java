package dev.shipgate.policy.lint.effects;

import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.Meaning;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Spot;
import java.lang.invoke.MethodType;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Facts that nobody gives, and findings that nobody reads, mostly those of another evaluation. */
public final class ForeignKinds implements SlipCheck {

    private static final String CODE = "foreign-kind";

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(
                folder.patterns()
                        .filter(pattern -> !isGiven(pattern, folder))
                        .map(pattern -> neverThere(pattern, folder, all)),
                folder.consequences().flatMap(code -> unheard(code, folder, all)));
    }

    private static boolean isGiven(LintedPattern pattern, LintedFolder folder) {
        Class<?> kind = pattern.kind();
        return !pattern.isFact()
                || kind == null
                || folder.declared().contains(pattern.name())
                || folder.vocabulary().kinds().stream().anyMatch(kind::isAssignableFrom)
                || (!isOfTheService(kind) && isInserted(kind, folder));
    }

    private static boolean isOfTheService(Class<?> kind) {
        return kind.getName().startsWith("dev.shipgate.");
    }

    /** A fact whose kind cannot be told from the text may be of any kind but those of the service. */
    private static boolean isInserted(Class<?> kind, LintedFolder folder) {
        return folder.consequences()
                .flatMap(code -> Effects.insertions(code).map(call -> kind(code, call)))
                .anyMatch(inserted -> inserted.isEmpty() || kind.isAssignableFrom(boxed(inserted.get())));
    }

    private static Diagnostic neverThere(LintedPattern pattern, LintedFolder folder, LintedRuleset all) {
        return pattern.spot()
                .refusal(
                        CODE,
                        "There is never a " + pattern.name() + " in rules/" + folder.name()
                                + owner(Objects.requireNonNull(pattern.kind()), all)
                                + ". The facts here are "
                                + names(folder.vocabulary().kinds()) + ".");
    }

    private static Stream<Diagnostic> unheard(Code code, LintedFolder folder, LintedRuleset all) {
        return Effects.insertions(code)
                .flatMap(call -> kind(code, call).flatMap(kind -> slip(code.spot(call), kind, folder, all)).stream());
    }

    private static Optional<Diagnostic> slip(Spot spot, Class<?> kind, LintedFolder folder, LintedRuleset all) {
        if (folder.vocabulary().isOnlyGiven(kind)) {
            return Optional.of(spot.refusal(
                    CODE,
                    "No rule may insert a fact of the kind " + kind.getSimpleName()
                            + ": it is evidence, and only the evaluation gives it. What rules insert here is "
                            + names(folder.vocabulary().read()) + "."));
        }
        return isHeard(kind, folder) ? Optional.empty() : Optional.of(unheard(spot, kind, folder, all));
    }

    private static Diagnostic unheard(Spot spot, Class<?> kind, LintedFolder folder, LintedRuleset all) {
        return spot.refusal(
                CODE,
                "Nobody hears of a fact of the kind " + boxed(kind).getSimpleName() + " that is inserted in rules/"
                        + folder.name() + owner(kind, all) + ". What is heard here is "
                        + names(folder.vocabulary().read()) + ".");
    }

    private static boolean isHeard(Class<?> kind, LintedFolder folder) {
        return folder.vocabulary().kinds().stream().anyMatch(kind::isAssignableFrom)
                || folder.declared().contains(kind.getSimpleName())
                || (!isOfTheService(kind)
                        && folder.patterns()
                                .anyMatch(pattern -> pattern.isFact()
                                        && pattern.kind() != null
                                        && pattern.kind().isAssignableFrom(boxed(kind))));
    }

    /** The kind of the inserted fact; empty when it cannot be told from the text. */
    private static Optional<Class<?>> kind(Code code, MethodCallExpr insertion) {
        return code.names()
                .meaning(insertion.getArgument(0))
                .<Class<?>>map(Meaning::type)
                .filter(kind -> kind != Object.class);
    }

    private static Class<?> boxed(Class<?> kind) {
        return MethodType.methodType(kind).wrap().returnType();
    }

    private static String owner(Class<?> kind, LintedRuleset all) {
        return all.ownerOf(kind)
                .map(owner -> ": it is of rules/" + owner.name() + ", where the rule may belong")
                .orElse("");
    }

    private static String names(Set<Class<?>> kinds) {
        return kinds.stream().map(Class::getSimpleName).collect(Collectors.toCollection(TreeSet::new)).stream()
                .collect(Collectors.joining(", "));
    }
}
