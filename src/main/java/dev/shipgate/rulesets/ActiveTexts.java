package dev.shipgate.rulesets;

import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.drl.RuleText;
import dev.shipgate.policy.live.ActiveRuleset;
import dev.shipgate.policy.session.Ruleset;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The texts of the rules that decide now. */
@ApplicationScoped
public class ActiveTexts {

    private static final String LINE_END = "\r\n|\r|\n";

    private final ActiveRuleset rulesets;

    ActiveTexts(ActiveRuleset rulesets) {
        this.rulesets = rulesets;
    }

    /**
     * Some lines of a file.
     *
     * @param path its path below the rules folder
     * @param from the number of the first line, from 1
     */
    public record Lines(String path, int from, List<String> lines) {}

    /** All files, by path; empty when no rules decide. */
    public List<RuleFile> files() {
        return rulesets.ruleset().map(Ruleset::files).orElse(List.of());
    }

    /** One file, whole. */
    public Optional<Lines> file(String path) {
        return find(path).map(file -> new Lines(path, 1, lines(file.text())));
    }

    /** The lines of a rule, with the comment that stands right above it. Empty when it does not decide any more. */
    public Optional<Lines> ofRule(RuleInfo rule) {
        return rulesets.ruleset()
                .filter(active -> active.rules().contains(rule))
                .flatMap(active -> find(rule.file()))
                .flatMap(file -> RuleText.of(file)
                        .flatMap(texts -> texts.stream()
                                .filter(text -> text.rule().equals(rule.rule()))
                                .findFirst()
                                .map(text -> withComment(
                                        file,
                                        rule.line(),
                                        lines(text.text().stripTrailing()).size()))));
    }

    private static Lines withComment(RuleFile file, int line, int count) {
        List<String> all = lines(file.source());
        int first = line - 1;
        while (first > 0 && all.get(first - 1).startsWith("//")) {
            first--;
        }
        return new Lines(file.path(), first + 1, all.subList(first, Math.min(all.size(), line - 1 + count)));
    }

    private Optional<RuleFile> find(String path) {
        return files().stream().filter(file -> file.path().equals(path)).findFirst();
    }

    /** The lines of a text. */
    public static List<String> lines(String text) {
        return List.of(text.split(LINE_END, -1));
    }
}
