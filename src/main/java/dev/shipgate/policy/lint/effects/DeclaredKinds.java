package dev.shipgate.policy.lint.effects;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.Code;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedPattern;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

/** Facts that a rule file declares and that no rule asks for, or that none makes. */
public final class DeclaredKinds implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        return Stream.concat(folder.consequences().flatMap(code -> unasked(code, folder)), unmade(folder));
    }

    private static Stream<Diagnostic> unasked(Code code, LintedFolder folder) {
        return Effects.insertions(code)
                .flatMap(call -> call.getArgument(0).toObjectCreationExpr().stream())
                .filter(made -> folder.declared().contains(made.getType().getNameAsString()))
                .filter(made -> !isAskedFor(made.getType().getNameAsString(), folder))
                .map(made -> code.spot(made)
                        .warning(
                                "no-effect",
                                "No rule asks for the " + made.getType().getNameAsString()
                                        + " that this rule inserts."));
    }

    private static boolean isAskedFor(String kind, LintedFolder folder) {
        return folder.patterns()
                .anyMatch(
                        pattern -> pattern.name().equals(kind) || pattern.name().equals("Object"));
    }

    private static Stream<Diagnostic> unmade(LintedFolder folder) {
        Set<String> made = folder.code().flatMap(Code::made).collect(Collectors.toSet());
        return folder.patterns()
                .filter(LintedPattern::isFact)
                .filter(pattern ->
                        types(folder).anyMatch(type -> type.getTypeName().equals(pattern.name())))
                .filter(pattern -> !isMade(pattern.name(), made, folder, new HashSet<>()))
                .map(pattern -> pattern.spot()
                        .warning(
                                "never-made",
                                "No rule makes a " + pattern.name() + ", so "
                                        + (pattern.isDenied() ? "there is none, always." : "this rule never fires.")
                                        + " Maybe a rule with insert(new " + pattern.name() + "(...))?"));
    }

    /**
     * A kind is also made by making one that extends it. Kinds may extend each other in a circle: each is looked at
     * once.
     */
    private static boolean isMade(String kind, Set<String> made, LintedFolder folder, Set<String> seen) {
        return seen.add(kind)
                && (made.contains(kind)
                        || types(folder)
                                .filter(type -> kind.equals(type.getSuperTypeName()))
                                .anyMatch(type -> isMade(type.getTypeName(), made, folder, seen)));
    }

    private static Stream<TypeDeclarationDescr> types(LintedFolder folder) {
        return folder.files().stream().flatMap(file -> file.content().getTypeDeclarations().stream());
    }
}
