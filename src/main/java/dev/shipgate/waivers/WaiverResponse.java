package dev.shipgate.waivers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.shipgate.context.Waiver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A waiver as callers see it.
 *
 * @param state {@code valid}, {@code expired} or {@code revoked}
 * @param firstUsedAt when a decision first passed by it; null while none has
 * @param revokedAt null while nobody has revoked it
 * @param revokedBy the name of who revoked it
 * @param revocationMessage why it was revoked
 * @param decisions the newest decisions that pass by it; only where one waiver is asked for
 */
public record WaiverResponse(
        @JsonUnwrapped Waiver waiver,
        String state,
        @Nullable Instant firstUsedAt,
        @JsonInclude(Include.NON_NULL) @Nullable Instant revokedAt,
        @JsonInclude(Include.NON_NULL) @Nullable String revokedBy,
        @JsonInclude(Include.NON_NULL) @Nullable String revocationMessage,
        @JsonInclude(Include.NON_NULL) @Nullable List<WaiverUse> decisions) {

    static WaiverResponse of(GrantedWaiver granted, Instant now) {
        return of(granted, now, null);
    }

    static WaiverResponse of(GrantedWaiver granted, Instant now, @Nullable List<WaiverUse> decisions) {
        GrantedWaiver.Revocation revocation = granted.revocation();
        return new WaiverResponse(
                granted.waiver(),
                granted.stateAt(now).lowerCase(),
                granted.firstUsedAt(),
                revocation == null ? null : revocation.at(),
                revocation == null ? null : revocation.by(),
                revocation == null ? null : revocation.message(),
                decisions);
    }

    /**
     * A page of waivers, newest first.
     *
     * @param nextCursor asks for the page after this; null on the last one
     */
    @JsonInclude(Include.ALWAYS)
    public record WaiverList(
            List<WaiverResponse> waivers, @Nullable String nextCursor) {

        /** @param found up to one more than the page holds, which shows that there is a next one */
        static WaiverList of(List<GrantedWaiver> found, int limit, Instant now) {
            List<WaiverResponse> page = found.stream()
                    .limit(limit)
                    .map(granted -> WaiverResponse.of(granted, now))
                    .toList();
            return new WaiverList(
                    page,
                    found.size() > limit
                            ? page.get(limit - 1).waiver().waiverId().toString()
                            : null);
        }
    }
}
