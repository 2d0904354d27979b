package dev.shipgate.loadgate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.shipgate.context.Waiver;
import dev.shipgate.decision.evidence.ReportedP95;
import dev.shipgate.loadgate.Check.Outcome;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of the load gate.
 *
 * @param ship true only if every expected check was evaluated and passed or its failure is waived, and nothing else
 *     failed
 * @param failures why not; by route as in the request, then unmeasured routes by name
 * @param waived failures that a waiver covers, so that they hold nothing back; in the same order
 * @param warnings the things that people should know; in the same order
 * @param checks every route and check
 */
public record LoadGateAnswer(
        boolean ship,
        List<FailureRow> failures,
        @JsonInclude(Include.NON_EMPTY) List<WaivedRow> waived,
        List<WarningRow> warnings,
        List<CheckRow> checks) {

    /** One reason not to ship, with the rule that found it; null when no rule did and that is the reason. */
    public record FailureRow(
            @Nullable String route,
            String reason,
            @Nullable Double observed,
            @Nullable Double limit,
            @JsonInclude(Include.NON_EMPTY) List<String> missing,
            @Nullable String rule,
            String detail)
            implements Comparable<FailureRow> {

        private static final Comparator<FailureRow> ORDER = Comparator.comparing(
                        FailureRow::route, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(FailureRow::reason)
                .thenComparing(FailureRow::rule, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(FailureRow::detail);

        /** The same with one more sentence for people; as it is for null. */
        FailureRow with(@Nullable String hint) {
            return hint == null
                    ? this
                    : new FailureRow(route, reason, observed, limit, missing, rule, detail + " " + hint);
        }

        /** Only so that sets of rows stay fast when their routes have names of one hash. */
        @Override
        public int compareTo(FailureRow other) {
            return ORDER.compare(this, other);
        }
    }

    /** A failure that a waiver covers, and what the waiver says. */
    public record WaivedRow(
            @Nullable String route,
            String reason,
            @Nullable Double observed,
            @Nullable Double limit,
            @Nullable String rule,
            String detail,
            UUID waiverId,
            String grantedBy,
            Instant until,
            String justification,
            @JsonInclude(Include.NON_NULL) @Nullable String ticket) {

        static WaivedRow of(FailureRow failure, Waiver waiver) {
            return new WaivedRow(
                    failure.route(),
                    failure.reason(),
                    failure.observed(),
                    failure.limit(),
                    failure.rule(),
                    failure.detail(),
                    waiver.waiverId(),
                    waiver.grantedBy(),
                    waiver.until(),
                    waiver.justification(),
                    waiver.ticket());
        }
    }

    /**
     * A route and a check.
     *
     * @param p95AtLeastMs the lower bound of a latency that is only known within bounds, in milliseconds; null for none
     * @param p95AtMostMs the upper bound of such a latency; null for none
     * @param margin how much room is left, as a part of the limit
     * @param budgetSource the source of the limit, {@code policy} or {@code caller}
     * @param budgetRule the rule that set the limit; null when the caller did, or nobody
     * @param because the reason that excuses a value beyond the limit, or why the check does not apply
     * @param becauseRule the rule that says so; null without a {@code because}
     * @param waiverId the waiver that covers its failure; null where none does
     */
    public record CheckRow(
            String route,
            String check,
            Outcome outcome,
            @Nullable Double observed,
            @JsonInclude(Include.NON_NULL) @Nullable Double p95AtLeastMs,
            @JsonInclude(Include.NON_NULL) @Nullable Double p95AtMostMs,
            @Nullable Double limit,
            @Nullable Double margin,
            @Nullable String budgetSource,
            @JsonInclude(Include.NON_NULL) @Nullable String budgetRule,
            @JsonInclude(Include.NON_NULL) @Nullable String because,
            @JsonInclude(Include.NON_NULL) @Nullable String becauseRule,
            @JsonInclude(Include.NON_NULL) @Nullable UUID waiverId) {

        /** @param others the numbers of the route beside its metrics, among which the bounds of its latency are */
        static CheckRow of(
                Check check,
                Map<String, Double> others,
                @Nullable String budgetRule,
                @Nullable String becauseRule,
                @Nullable UUID waiverId) {
            boolean isLatency = check.check().equals(Check.LATENCY);
            return new CheckRow(
                    check.route(),
                    check.check(),
                    check.outcome(),
                    check.observed(),
                    isLatency ? others.get(ReportedP95.AT_LEAST_MS) : null,
                    isLatency ? others.get(ReportedP95.AT_MOST_MS) : null,
                    check.limit(),
                    check.margin(),
                    check.budgetSource(),
                    budgetRule,
                    check.because(),
                    becauseRule,
                    waiverId);
        }
    }

    /** One thing to know, with the rule that found it. */
    public record WarningRow(@Nullable String route, String reason, String rule, String detail)
            implements Comparable<WarningRow> {

        private static final Comparator<WarningRow> ORDER = Comparator.comparing(
                        WarningRow::route, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(WarningRow::reason)
                .thenComparing(WarningRow::rule)
                .thenComparing(WarningRow::detail);

        /** Only so that sets of rows stay fast when their routes have names of one hash. */
        @Override
        public int compareTo(WarningRow other) {
            return ORDER.compare(this, other);
        }
    }
}
