package dev.shipgate.audit.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.shipgate.audit.store.record.EventKinds;
import dev.shipgate.audit.store.record.NewRecord.ActivationRecord;
import dev.shipgate.audit.store.record.NewRecord.RefusalRecord;
import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import dev.shipgate.policy.Diagnostic;
import dev.shipgate.policy.RulesetFiles;
import dev.shipgate.policy.git.SourceCommit;
import dev.shipgate.policy.live.RulesetEdit;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the events of the rules into the form in which they are kept. */
public final class RulesetEvent {

    /** A caller who needs more of them can validate the text again. */
    private static final int MAX_DIAGNOSTICS = 100;

    private static final int MAX_MESSAGE_CHARS = 1_000;

    private final ObjectMapper json;

    public RulesetEvent(ObjectMapper json) {
        this.json = json;
    }

    public ActivationRecord activated(
            RulesetFiles ruleset,
            @Nullable String previous,
            RulesetEdit edit,
            @Nullable SourceCommit commit,
            Instant at) {
        Map<String, @Nullable Object> members = members(EventKinds.ACTIVATED, edit, at);
        members.put("ruleset", Map.of("version", ruleset.version()));
        members.put("previous", previous);
        JsonNode committed = commit == null ? null : RecordedCommit.write(commit);
        if (committed != null) {
            members.put("commit", committed);
        }
        RulesetText text = new RulesetText(ruleset.version(), () -> RulesetArchive.write(ruleset));
        return new ActivationRecord(
                RecordMembers.content(json, members),
                edit.by(),
                text,
                at,
                edit.source().lowerCase(),
                edit.message(),
                committed == null ? null : committed.toString());
    }

    public RefusalRecord refused(@Nullable String version, List<Diagnostic> diagnostics, RulesetEdit edit, Instant at) {
        Map<String, @Nullable Object> members = members(EventKinds.REFUSED, edit, at);
        members.put("refused", version);
        members.put("problems", diagnostics.size());
        members.put(
                "diagnostics",
                diagnostics.stream()
                        .limit(MAX_DIAGNOSTICS)
                        .map(RulesetEvent::shortened)
                        .toList());
        return new RefusalRecord(RecordMembers.content(json, members), edit.by());
    }

    private static Map<String, @Nullable Object> members(String kind, RulesetEdit edit, Instant at) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("kind", kind);
        members.put("at", at);
        members.put("caller", edit.by());
        members.put("source", edit.source().lowerCase());
        members.put("message", edit.message());
        return members;
    }

    private static Diagnostic shortened(Diagnostic diagnostic) {
        String message = diagnostic.message();
        return message.length() <= MAX_MESSAGE_CHARS
                ? diagnostic
                : diagnostic.withMessage(message.substring(0, MAX_MESSAGE_CHARS) + "...");
    }
}
