package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.shipgate.audit.RecordedRules;
import dev.shipgate.audit.RecordedRules.RecordedActivation;
import dev.shipgate.policy.RuleFile;
import dev.shipgate.policy.drl.RuleText;
import dev.shipgate.policy.git.SourceCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The history of the text of a rule, over all rulesets that were ever active. */
@ApplicationScoped
public class RuleHistory {

    private final RecordedRules recorded;
    private final RulesetVersions versions;

    RuleHistory(RecordedRules recorded, RulesetVersions versions) {
        this.recorded = recorded;
        this.versions = versions;
    }

    /**
     * One change of the text.
     *
     * @param version the rules that had the new text first
     * @param at when they became active
     * @param by the caller who made them active; "file" for an edit of the rules folder
     * @param message why; null when nobody said
     * @param commit the commit that the rules folder stood at; absent where it is no Git work tree
     * @param difference the lines as a unified diff; null when they are too many to compare
     * @param before the text before; empty when there was no such rule
     * @param after the text after; empty when there is no such rule any more
     */
    public record RuleChange(
            String version,
            Instant at,
            String by,
            @Nullable String message,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SourceCommit commit,

            @Nullable String difference,
            @JsonIgnore String before,
            @JsonIgnore String after) {}

    /** Each change, the last one first; empty when no such rule was ever active. */
    List<RuleChange> of(String rule) {
        List<RecordedActivation> activations = new ArrayList<>(recorded.activations());
        Collections.reverse(activations);
        Map<String, Optional<Found>> byVersion = new HashMap<>();
        List<RuleChange> changes = new ArrayList<>();
        Found before = Found.NONE;
        for (RecordedActivation activation : activations) {
            Found after = byVersion
                    .computeIfAbsent(activation.version(), version -> find(rule, version))
                    .orElse(before);
            if (!after.text().equals(before.text())) {
                changes.add(change(activation, before, after));
            }
            before = after;
        }
        Collections.reverse(changes);
        return changes;
    }

    private static RuleChange change(RecordedActivation activation, Found before, Found after) {
        return new RuleChange(
                activation.version(),
                activation.at(),
                activation.caller(),
                activation.message(),
                activation.commit(),
                UnifiedDiff.between(before.file(), before.textOrNull(), after.file(), after.textOrNull()),
                before.text(),
                after.text());
    }

    /**
     * A rule in one version.
     *
     * @param file where it stands; empty when there is no such rule
     * @param text empty when there is no such rule
     */
    private record Found(String file, String text) {

        static final Found NONE = new Found("", "");

        static Found of(RuleText rule) {
            return new Found(rule.file(), rule.text());
        }

        @Nullable
        String textOrNull() {
            return text.isEmpty() ? null : text;
        }
    }

    /** Empty for a version that this service cannot read any more: it says nothing of the rule. */
    private Optional<Found> find(String rule, String version) {
        for (RuleFile file : versions.files(version).drl()) {
            if (!file.text().contains(rule)) {
                // To read a file takes far longer than to look for a name.
                continue;
            }
            Optional<List<RuleText>> rules = RuleText.of(file);
            if (rules.isEmpty()) {
                return Optional.empty();
            }
            Optional<Found> found = rules.get().stream()
                    .filter(text -> text.rule().equals(rule))
                    .findFirst()
                    .map(Found::of);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.of(Found.NONE);
    }
}
