package dev.shipgate.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that an answer tells of, to be found by name. */
final class FiredRules {

    private final ReportedKind kind;

    /** Rules of two folders may have one name, so they are kept by folder too. */
    private final Map<String, RuleNote> byFolderAndName = new LinkedHashMap<>();

    FiredRules(ReportedKind kind, JsonNode answer) {
        this.kind = kind;
        for (JsonNode fired : JsonText.elements(answer.path("rules_fired"))) {
            RuleNote rule = note(fired);
            byFolderAndName.putIfAbsent(key(folderOf(rule.file()), rule.name()), rule);
        }
    }

    private static RuleNote note(JsonNode fired) {
        JsonNode metadata = fired.path("metadata");
        return new RuleNote(
                JsonText.of(fired, "rule"),
                JsonText.of(fired, "file"),
                Math.max(1, fired.path("line").asInt(1)),
                JsonText.of(metadata, "owner"),
                SafeLink.of(JsonText.of(metadata, "doc")));
    }

    private static String folderOf(String file) {
        return file.substring(0, Math.max(0, file.indexOf('/')));
    }

    private static String key(String folder, String name) {
        return folder + "\n" + name;
    }

    /**
     * Finds a rule; an answer tells only of the first that fired, so it may have no more than its name.
     *
     * @param name null or empty when no rule is named
     */
    @Nullable
    RuleNote named(String part, String name) {
        if (name.isEmpty()) {
            return null;
        }
        RuleNote found = byFolderAndName.get(key(kind.named(part).rulesFolder(), name));
        return found != null ? found : new RuleNote(name, "", 1, "", null);
    }
}
