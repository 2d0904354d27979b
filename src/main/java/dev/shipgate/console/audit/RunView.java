package dev.shipgate.console.audit;

import dev.shipgate.audit.verification.VerificationReport;
import dev.shipgate.audit.verification.VerificationReport.ChainReport;
import dev.shipgate.audit.verification.Verifications.End;
import dev.shipgate.audit.verification.Verifications.Run;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A verification as its page shows it.
 *
 * @param run how far it is
 */
record RunView(Run run) {

    /** Its result; null while there is none. */
    public @Nullable VerificationReport report() {
        End end = run.end();
        return end == null ? null : end.report();
    }

    public String walked() {
        return counted(run.progress().walked());
    }

    /** How many records there are about; never fewer than it has looked at. */
    public String records() {
        return counted(mostRecords());
    }

    /** The same for a bar, which has to have an end. */
    public long mostRecords() {
        return Math.max(1, Math.max(run.progress().records(), run.progress().walked()));
    }

    static String counted(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }

    /** The sentence about records that are as they were written. */
    public String intactWords() {
        long decisions = Objects.requireNonNull(report()).decisions();
        if (decisions == 0) {
            return "There is no decision yet. All other records are as they were written.";
        }
        return decisions == 1
                ? "The one decision is as it was written, and where it was written."
                : "All " + counted(decisions) + " decisions are as they were written, and where they were written.";
    }

    /** The chains that have records: one of a replica that has just started has none to be noted. */
    public List<ChainReport> chains() {
        return Objects.requireNonNull(report()).chains().stream()
                .filter(chain -> chain.headPosition() > 0)
                .toList();
    }

    /** A line for each head, to be kept elsewhere. */
    public String toNote() {
        String at = Objects.requireNonNull(run.end())
                .at()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        return chains().stream()
                .map(chain -> at + " chain " + chain.chain() + " position " + chain.headPosition() + " hash "
                        + chain.headHash())
                .collect(Collectors.joining("\n"));
    }

    /** The kind of misfit, as the end of a sentence about a record. */
    public String misfit() {
        VerificationReport.Misfit misfit =
                Objects.requireNonNull(Objects.requireNonNull(report()).firstMisfit());
        return switch (misfit.reason()) {
            case CHANGED -> "was changed after it was written";
            case REMOVED -> "is missing";
            case INSERTED -> "was put in later";
            case REORDERED -> "stands in another place than it was written to";
        };
    }
}
