package dev.shipgate.policy.lint;

import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.shipgate.policy.Diagnostic;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.TypeDeclarationDescr;

/** Facts that a rule file declares and that no rule asks for, or that none makes. */
final class DeclaredKinds implements SlipCheck {

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
        Set<String> made = folder.code()
                .flatMap(code -> code.all(ObjectCreationExpr.class).stream())
                .map(creation -> creation.getType().getNameAsString())
                .collect(Collectors.toSet());
        return folder.patterns()
                .filter(LintedPattern::isFact)
                .filter(pattern ->
                        types(folder).anyMatch(type -> type.getTypeName().equals(pattern.name())))
                .filter(pattern -> !isMade(pattern.name(), made, folder))
                .map(pattern -> pattern.spot()
                        .warning(
                                "never-made",
                                "No rule makes a " + pattern.name() + ", so "
                                        + (pattern.isDenied() ? "there is none, always." : "this rule never fires.")
                                        + " Maybe a rule with insert(new " + pattern.name() + "(...))?"));
    }

    /** A kind is also made by making one that extends it. */
    private static boolean isMade(String kind, Set<String> made, LintedFolder folder) {
        return made.contains(kind)
                || types(folder)
                        .filter(type -> type.getSuperTypeName() != null
                                && type.getSuperTypeName().equals(kind)
                                && !type.getTypeName().equals(kind))
                        .anyMatch(type -> isMade(type.getTypeName(), made, folder));
    }

    private static Stream<TypeDeclarationDescr> types(LintedFolder folder) {
        return folder.files().stream().flatMap(file -> file.content().getTypeDeclarations().stream());
    }
}
