package dev.shipgate.policy.lint.read;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules of all evaluations.
 *
 * @param texts that they write
 * @param firstOfName of the rules of each name the first
 */
public record LintedRuleset(List<LintedFolder> folders, List<WrittenText> texts, Map<String, LintedRule> firstOfName) {

    public static LintedRuleset of(List<LintedFolder> folders) {
        return new LintedRuleset(
                folders,
                folders.stream().flatMap(WrittenText::all).toList(),
                folders.stream()
                        .flatMap(folder -> folder.rules().stream())
                        .sorted(comparing(rule -> withoutExtension(rule.file().path())))
                        .collect(toMap(LintedRule::name, rule -> rule, (first, second) -> first)));
    }

    /** So that a copy comes behind its original: m, m copy. */
    private static String withoutExtension(String path) {
        return path.replaceFirst("\\.drl$", "");
    }

    /** The folder whose evaluation knows a kind of fact. */
    public Optional<LintedFolder> ownerOf(Class<?> kind) {
        return folders.stream()
                .filter(folder -> folder.vocabulary().kinds().contains(kind))
                .findFirst();
    }
}
