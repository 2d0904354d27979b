package dev.shipgate.readiness;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shipgate.decision.Verdict;
import dev.shipgate.policy.Finding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer about a release as a whole.
 *
 * @param ready true only if there is a part, every part that is there passed, and nothing blocks
 * @param blockers why not
 * @param parts the answer of each part, by its name
 */
public record ReadinessAnswer(
        boolean ready,
        List<BlockerRow> blockers,
        @JsonAnyGetter Map<String, PartRow> parts) {

    /** The answer of a part, with its own verdict, as it would be by itself. */
    public record PartRow(Verdict verdict, @JsonUnwrapped Object answer) {}

    /** One reason not to ship, with the rule that found it; null when no rule did and that is the reason. */
    public record BlockerRow(
            String part,
            String reason,
            String detail,
            @JsonInclude(Include.NON_NULL) @Nullable String rule) {

        static BlockerRow of(Finding<Blocker> finding) {
            Blocker blocker = finding.fact();
            return new BlockerRow(
                    blocker.part(),
                    blocker.reason(),
                    blocker.detail(),
                    finding.rule().rule());
        }

        /** A reason that blocks though no rule says so. */
        static BlockerRow ofNoRule(String part, String reason, String detail) {
            return new BlockerRow(part, reason, detail, null);
        }
    }
}
