package dev.shipgate.policy.drl;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A rule and all of its text.
 *
 * @param packageName the package that its file declares
 * @param rule its name
 * @param file the path of its file below the rules folder
 * @param text from its first word to its last
 */
public record RuleText(String packageName, String rule, String file, String text) {

    /** The rules in files of rules; empty when a file cannot be understood by this version of the service. */
    public static Optional<List<RuleText>> of(RulesetFiles files) {
        List<ParsedDrl> parsed = files.drl().stream().map(ParsedDrl::parse).toList();
        return parsed.stream().allMatch(file -> file.errors().isEmpty())
                ? Optional.of(parsed.stream().flatMap(RuleText::of).toList())
                : Optional.empty();
    }

    /** The rules in a file; empty when it cannot be understood by this version of the service. */
    public static Optional<List<RuleText>> of(RuleFile file) {
        ParsedDrl parsed = ParsedDrl.parse(file);
        return parsed.errors().isEmpty() ? Optional.of(of(parsed).toList()) : Optional.empty();
    }

    private static Stream<RuleText> of(ParsedDrl file) {
        return file.rules().stream()
                .map(rule -> new RuleText(
                        rule.info().packageName(),
                        rule.info().rule(),
                        rule.info().file(),
                        file.textOf(rule)));
    }
}
