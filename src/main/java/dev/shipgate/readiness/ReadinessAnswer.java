package dev.shipgate.readiness;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.Verdict;
import dev.shipgate.policy.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer about a release as a whole.
 *
 * @param ready true only if there is a part, every part that is there passed or its blockers are waived, and nothing
 *     else blocks
 * @param blockers why not
 * @param waived blockers that a waiver covers, so that they hold nothing back
 * @param parts the answer of each part, by its name
 */
public record ReadinessAnswer(
        boolean ready,
        List<BlockerRow> blockers,
        @JsonInclude(Include.NON_EMPTY) List<WaivedBlocker> waived,
        @JsonAnyGetter Map<String, PartRow> parts) {

    /** The own fields of the answer of a part that is there. */
    Object of(String part) {
        return Objects.requireNonNull(parts.get(part), part).answer();
    }

    /** The answer of a part, with its own verdict, as it would be by itself. */
    public record PartRow(Verdict verdict, @JsonUnwrapped Object answer) {}

    /** A blocker that a waiver covers, and what the waiver says. */
    public record WaivedBlocker(
            String part,
            String reason,
            String detail,
            @Nullable String rule,
            UUID waiverId,
            String grantedBy,
            Instant until,
            String justification,
            @JsonInclude(Include.NON_NULL) @Nullable String ticket) {

        static WaivedBlocker of(BlockerRow blocker, Waiver waiver) {
            return new WaivedBlocker(
                    blocker.part(),
                    blocker.reason(),
                    blocker.detail(),
                    blocker.rule(),
                    waiver.waiverId(),
                    waiver.grantedBy(),
                    waiver.until(),
                    waiver.justification(),
                    waiver.ticket());
        }
    }

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

        /** The same with one more sentence for people; as it is for null. */
        BlockerRow with(@Nullable String hint) {
            return hint == null ? this : new BlockerRow(part, reason, detail + " " + hint, rule);
        }

        /** A reason that blocks though no rule says so. */
        static BlockerRow ofNoRule(String part, String reason, String detail) {
            return new BlockerRow(part, reason, detail, null);
        }
    }
}
