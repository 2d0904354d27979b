package dev.shipgate.audit.store;

import dev.shipgate.audit.store.record.NewRecord.ActivationRecord;
import dev.shipgate.audit.store.record.RecordContent;
import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An activation to be recorded, in the form that the service gives it. */
public record TestActivation(
        TestDecision decision, Instant at, @Nullable String commit) {

    public static final String CALLER = "release-bot";
    public static final String COMMIT = "{\"id\":\"8f3c\",\"uncommitted_changes\":false}";

    /** Of a ruleset with one text. */
    public static TestActivation of(String rulesetText, Instant at) {
        return new TestActivation(deciding(rulesetText), at, COMMIT);
    }

    /** The same where the rules are in no Git work tree. */
    static TestActivation withoutCommit(String rulesetText, Instant at) {
        return new TestActivation(deciding(rulesetText), at, null);
    }

    private static TestDecision deciding(String rulesetText) {
        TestDecision decision = TestDecision.at(1);
        decision.rulesetText = rulesetText;
        return decision;
    }

    public String version() {
        return decision.ruleset().version();
    }

    public ActivationRecord record() {
        RecordContent content = new RecordContent();
        try (content) {
            content.write(("{\"kind\":\"ruleset_activated\",\"at\":\"" + at + "\",\"caller\":\"" + CALLER
                            + "\",\"source\":\"publication\",\"message\":\"why\",\"ruleset\":{\"version\":\""
                            + version()
                            + "\"},\"previous\":null" + (commit == null ? "" : ",\"commit\":" + commit))
                    .getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RulesetText text = new RulesetText(version(), decision::storedRuleset);
        return new ActivationRecord(content, CALLER, text, at, "publication", "why", commit);
    }
}
