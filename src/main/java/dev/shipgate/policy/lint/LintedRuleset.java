package dev.shipgate.policy.lint;

import java.util.List;
import java.util.Optional;

/**
 * The rules of all evaluations.
 *
 * @param texts that they write
 */
record LintedRuleset(List<LintedFolder> folders, List<WrittenText> texts) {

    static LintedRuleset of(List<LintedFolder> folders) {
        return new LintedRuleset(
                folders, folders.stream().flatMap(WrittenText::all).toList());
    }

    /** The folder whose evaluation knows a kind of fact. */
    Optional<LintedFolder> ownerOf(Class<?> kind) {
        return folders.stream()
                .filter(folder -> folder.vocabulary().kinds().contains(kind))
                .findFirst();
    }
}
