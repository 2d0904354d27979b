package dev.shipgate.rulesets;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shipgate.policy.RuleInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule, and whether it is of any use.
 *
 * @param fired how often it fired in recorded decisions; null when the audit store cannot be read now
 * @param lastFired when last; null when it never did
 */
public record RuleRow(
        @JsonUnwrapped RuleInfo info,
        @Nullable Long fired,
        @Nullable Instant lastFired) {

    /** Marks rules that may be wrong, or not needed; null when the audit store cannot be read now. */
    @JsonProperty
    public @Nullable Boolean neverFired() {
        return fired == null ? null : fired == 0;
    }
}
