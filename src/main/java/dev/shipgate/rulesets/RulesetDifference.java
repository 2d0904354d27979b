package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.drl.RuleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The differences between two versions of the rules.
 *
 * @param from the version that is compared with
 * @param to the version that is compared
 * @param files the files that differ, by path
 * @param rules the rules that differ, by package and name; null when one of the versions has rules that this
 *     version of the service cannot read
 */
public record RulesetDifference(
        String from,
        String to,
        List<ChangedFile> files,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable List<ChangedRule> rules) {

    /** The kind of a difference. */
    public enum ChangeKind {
        ADDED,
        CHANGED,
        REMOVED;

        static <T> ChangeKind of(@Nullable T before, @Nullable T after) {
            return before == null ? ADDED : after == null ? REMOVED : CHANGED;
        }
    }

    /**
     * A file that differs.
     *
     * @param diff its lines as a unified diff; null when they are too many to compare
     */
    public record ChangedFile(
            String path,
            ChangeKind change,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String diff) {}

    /** A rule whose text or place differs. */
    public record ChangedRule(
            String rule, @JsonProperty("package") String packageName, String file, ChangeKind change) {}

    static RulesetDifference between(RulesetFiles from, RulesetFiles to) {
        return new RulesetDifference(from.version(), to.version(), files(from, to), rules(from, to));
    }

    /** The change of each file that differs, by path. */
    static Map<String, ChangeKind> filesBetween(RulesetFiles from, RulesetFiles to) {
        return changes(byKey(from.files(), RuleFile::path), byKey(to.files(), RuleFile::path));
    }

    private static List<ChangedFile> files(RulesetFiles from, RulesetFiles to) {
        Map<String, RuleFile> before = byKey(from.files(), RuleFile::path);
        Map<String, RuleFile> after = byKey(to.files(), RuleFile::path);
        List<ChangedFile> changed = new ArrayList<>();
        for (Map.Entry<String, ChangeKind> entry : changes(before, after).entrySet()) {
            String path = entry.getKey();
            changed.add(
                    new ChangedFile(path, entry.getValue(), UnifiedDiff.of(path, before.get(path), after.get(path))));
        }
        return changed;
    }

    private static @Nullable List<ChangedRule> rules(RulesetFiles from, RulesetFiles to) {
        List<RuleText> before = RuleText.of(from).orElse(null);
        List<RuleText> after = RuleText.of(to).orElse(null);
        if (before == null || after == null) {
            return null;
        }
        Function<RuleText, String> key = rule -> rule.packageName() + "\n" + rule.rule();
        Map<String, RuleText> rulesBefore = byKey(before, key);
        Map<String, RuleText> rulesAfter = byKey(after, key);
        List<ChangedRule> changed = new ArrayList<>();
        changes(rulesBefore, rulesAfter).forEach((name, change) -> {
            RuleText rule = Objects.requireNonNull((change == ChangeKind.REMOVED ? rulesBefore : rulesAfter).get(name));
            changed.add(new ChangedRule(rule.rule(), rule.packageName(), rule.file(), change));
        });
        return changed;
    }

    private static <T> Map<String, T> byKey(List<T> values, Function<T, String> key) {
        return values.stream().collect(Collectors.toMap(key, Function.identity(), (first, second) -> first));
    }

    private static <T> Map<String, ChangeKind> changes(Map<String, T> before, Map<String, T> after) {
        Map<String, ChangeKind> changes = new TreeMap<>();
        before.forEach((key, value) -> {
            if (!value.equals(after.get(key))) {
                changes.put(key, ChangeKind.of(value, after.get(key)));
            }
        });
        after.forEach((key, value) -> {
            if (!before.containsKey(key)) {
                changes.put(key, ChangeKind.ADDED);
            }
        });
        return changes;
    }
}
