package dev.shipgate.audit.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result of a walk through all records.
 *
 * @param intact whether every record is as it was written, and where it was written
 * @param decisions how many decisions were looked at
 * @param first the oldest decision; null when there is none
 * @param last the newest decision; null when there is none
 * @param headHash the hash of the last record, to be kept elsewhere; null when several chains have
 *     records, each with a last one of its own
 * @param chains each chain by itself
 * @param firstMisfit the first record that does not fit; absent when all do
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record VerificationReport(
        boolean intact,
        long decisions,
        @Nullable UUID first,
        @Nullable UUID last,
        @Nullable String headHash,
        List<ChainReport> chains,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Misfit firstMisfit) {

    /**
     * One chain.
     *
     * @param records how many records it has, with checkpoints
     * @param headPosition the place of the last one
     * @param headHash its hash
     * @param removedTo where the last record was that is gone by right, or goes just now; null when none ever was
     */
    public record ChainReport(
            String chain,
            long records,
            long headPosition,
            String headHash,
            @Nullable Long removedTo) {}

    /**
     * A difference between the content of the store and the content that was written to it.
     *
     * @param chain null when it is no single record
     * @param position where the record stands, or where one is missing; null when it is no single record
     * @param decisionId null when it is no decision
     * @param detail the misfit, in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Misfit(
            @Nullable String chain,
            @Nullable Long position,
            @Nullable UUID decisionId,
            Reason reason,
            String detail) {

        /** A misfit that no single record of a chain shows. */
        static Misfit ofWhole(Reason reason, String detail) {
            return new Misfit(null, null, null, reason, detail);
        }
    }

    /** The kind of change to a record, as far as it shows. */
    public enum Reason {
        CHANGED,
        REMOVED,
        INSERTED,
        REORDERED
    }
}
