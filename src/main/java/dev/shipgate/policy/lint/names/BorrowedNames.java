package dev.shipgate.policy.lint.names;

import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.lint.read.LintedFile;
import dev.shipgate.policy.lint.read.LintedFolder;
import dev.shipgate.policy.lint.read.LintedRuleset;
import dev.shipgate.policy.lint.read.SlipCheck;
import dev.shipgate.policy.lint.syntax.Spot;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AbstractClassTypeDeclarationDescr;

/**
 * Declared facts that are called like one of the service: a rule that inserts such a {@code Failure} reads as if it
 * blocked, and nobody hears of it.
 */
public final class BorrowedNames implements SlipCheck {

    @Override
    public Stream<Diagnostic> findings(LintedFolder folder, LintedRuleset all) {
        Set<String> names = all.folders().stream()
                .flatMap(owner -> owner.vocabulary().kinds().stream())
                .map(Class::getSimpleName)
                .collect(Collectors.toSet());
        return folder.files().stream()
                .flatMap(file -> file.content().getClassAndEnumDeclarationDescrs().stream()
                        .filter(type -> names.contains(type.getTypeName()))
                        .map(type -> refusal(file, type)));
    }

    private static Diagnostic refusal(LintedFile file, AbstractClassTypeDeclarationDescr type) {
        String name = type.getTypeName();
        return new Spot(file.path(), Math.max(1, type.getLine()), 1, null)
                .refusal(
                        "foreign-kind",
                        "The service has a " + name
                                + " of its own, and reads no other. Maybe import that, or another name" + " here?");
    }
}
