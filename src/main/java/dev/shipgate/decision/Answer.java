package dev.shipgate.decision;

import dev.shipgate.json.InvalidBodyException;
import dev.shipgate.json.Problem;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.report.IgnoredLabels;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer of an evaluation.
 *
 * @param body its own fields of the answer, a record
 * @param result the fact that gives the rules of readiness the result; null for an evaluation that they do not use
 * @param verdict the verdict that it comes down to; never a pass where the request lacks something
 * @param firings every rule that fired, in order
 * @param waived a row for each failure or blocker that a waiver covers
 * @param trusted the labels of the caller that the rules trust
 * @param lacking the values that the request lacks, as the rules show; such an answer is not given
 * @param ignoredLabels the labels of the caller that would have made the answer less strict, and that the rules do not
 *     trust, sorted; empty when none was ignored
 */
public record Answer(
        Object body,
        @Nullable Object result,
        Verdict verdict,
        List<Firing> firings,
        List<WaivedReason> waived,
        TrustedLabels trusted,
        List<Problem> lacking,
        List<String> ignoredLabels) {

    /**
     * A reason that a waiver covers.
     *
     * @param reason that of a failure or a blocker
     */
    public record WaivedReason(UUID waiverId, String reason) {}

    /** The answer that the findings of one run make, to a request that lacks nothing. */
    public static Answer of(Object body, @Nullable Object result, Verdict verdict, RuleRun run) {
        return new Answer(body, result, verdict, run.firings(), List.of(), TrustedLabels.of(run), List.of(), List.of());
    }

    /** The same, where waivers cover some reasons. */
    public Answer waiving(List<WaivedReason> reasons) {
        return new Answer(body, result, verdict, firings, reasons, trusted, lacking, ignoredLabels);
    }

    /** The same, where labels of the caller were ignored. */
    Answer ignoring(List<String> labels) {
        return new Answer(body, result, verdict, firings, waived, trusted, lacking, labels);
    }

    /**
     * The answer itself, if it can be given.
     *
     * @throws InvalidBodyException when the request lacks something
     */
    Answer requireComplete() {
        if (lacking.isEmpty()) {
            return this;
        }
        String ignored = ignoredLabels.isEmpty() ? "" : " " + IgnoredLabels.sentence(ignoredLabels);
        throw InvalidBodyException.contradictory(lacking.stream()
                .map(problem -> new Problem(problem.pointer(), problem.detail() + ignored))
                .toList());
    }
}
