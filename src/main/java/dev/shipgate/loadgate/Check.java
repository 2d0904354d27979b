package dev.shipgate.loadgate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.shipgate.decision.Limit;
import dev.shipgate.number.Numbers;
import dev.shipgate.number.Range;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.InvalidFindingException;
import dev.shipgate.policy.OneOf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The finding that one metric of one route was held against its limit. A check that fails is a failure of
 * the gate, with the check's name as its reason. It fails only beyond its limit. A check passes within its limit, or
 * because a rule excuses it.
 *
 * @param route the name of the route
 * @param check its name: {@value #LATENCY}, {@value #ERRORS}, {@value #COST}, or one of the policy's own
 * @param outcome the result of the check
 * @param observed the measured value; null when there is none
 * @param limit the limit that holds; null when there is none
 * @param budgetSource the source of the limit, {@code policy} or {@code caller}; null when there is none
 * @param what the name of the value and its unit, for the message about a failure
 * @param because the reason that excuses a value beyond the limit, or why the check does not apply, a sentence for
 *     people; null where nothing has to be said
 * @param lowerLimit whether the limit is the lowest value, and not the highest
 */
@ForRules
public record Check(
        String route,
        String check,
        Outcome outcome,
        @Nullable Double observed,
        @Nullable Double limit,
        @OneOf({Limit.POLICY, Limit.CALLER}) @Nullable String budgetSource,
        @JsonIgnore String what,
        @JsonInclude(Include.NON_NULL) @Nullable String because,
        boolean lowerLimit) {

    public static final String LATENCY = "latency";
    public static final String ERRORS = "errors";
    public static final String COST = "cost_without_quality_gain";

    /** The outcome of a check. */
    public enum Outcome {
        PASS,
        FAIL,
        NOT_EVALUATED,
        NOT_APPLICABLE
    }

    public Check {
        Objects.requireNonNull(route, "route of a check");
        Objects.requireNonNull(check, "name of a check");
        Objects.requireNonNull(outcome, "outcome of a check");
        Objects.requireNonNull(what, "what of a check");
        requireNumber(observed, "observed value of a check");
        requireNumber(limit, "limit of a check");
        if (outcome == Outcome.PASS && because == null) {
            requireWithinLimit(route, check, observed, limit, lowerLimit);
        }
        boolean mustSayWhy = outcome == Outcome.NOT_APPLICABLE || because != null;
        if (mustSayWhy && (because == null || because.isBlank())) {
            throw new InvalidFindingException(
                    "The check " + check + " of the route " + route + " must say what excuses it.");
        }
        if (outcome == Outcome.PASS && because != null) {
            requireBeyondLimit(route, check, "be excused", observed, limit, lowerLimit);
        }
        if (outcome == Outcome.FAIL) {
            requireBeyondLimit(route, check, "fail", observed, limit, lowerLimit);
        }
        if (limit != null && !Limit.CALLER.equals(budgetSource)) {
            limit = Numbers.withoutNoise(limit);
        }
    }

    /**
     * A check that passed.
     *
     * @throws InvalidFindingException when the observed value is beyond the limit
     */
    public static Check pass(String route, String check, double observed, double limit, String source) {
        return new Check(route, check, Outcome.PASS, observed, limit, source, check, null, false);
    }

    /**
     * A check that passed, because the observed value is not below the limit.
     *
     * @throws InvalidFindingException when it is
     */
    public static Check passAtLeast(String route, String check, double observed, double limit, String source) {
        return new Check(route, check, Outcome.PASS, observed, limit, source, check, null, true);
    }

    /**
     * A check that passed although the observed value is beyond the limit.
     *
     * @param because the reason that excuses it: a sentence for people, which the answer shows
     * @throws InvalidFindingException when nothing is said, or the value is within the limit and needs no excuse
     */
    public static Check excused(
            String route, String check, double observed, double limit, String source, String because) {
        Objects.requireNonNull(because, "because of an excused check");
        return new Check(route, check, Outcome.PASS, observed, limit, source, check, because, false);
    }

    /**
     * A check that passed although the observed value is below the limit.
     *
     * @param because the reason that excuses it: a sentence for people, which the answer shows
     * @throws InvalidFindingException when nothing is said, or the value is not below the limit and needs no excuse
     */
    public static Check excusedAtLeast(
            String route, String check, double observed, double limit, String source, String because) {
        Objects.requireNonNull(because, "because of an excused check");
        return new Check(route, check, Outcome.PASS, observed, limit, source, check, because, true);
    }

    /**
     * A check that failed.
     *
     * @param what the name of the value and its unit, such as {@code "p95 latency in ms"}
     * @throws InvalidFindingException when the observed value is not beyond the limit
     */
    public static Check fail(String route, String check, double observed, double limit, String source, String what) {
        return new Check(route, check, Outcome.FAIL, observed, limit, source, what, null, false);
    }

    /**
     * A check that failed, because the observed value is below the limit.
     *
     * @throws InvalidFindingException when it is not
     */
    public static Check failAtLeast(
            String route, String check, double observed, double limit, String source, String what) {
        return new Check(route, check, Outcome.FAIL, observed, limit, source, what, null, true);
    }

    static Check notEvaluated(String route, String check, @Nullable Double observed, @Nullable Limit limit) {
        return new Check(
                route,
                check,
                Outcome.NOT_EVALUATED,
                observed,
                Limit.valueOf(limit),
                Limit.sourceOf(limit),
                check,
                null,
                false);
    }

    /** The check of a limit on a metric of the policy's own, which no rule evaluated. */
    static Check notEvaluated(MetricLimit limit, @Nullable Double observed) {
        return new Check(
                limit.route(),
                limit.metric(),
                Outcome.NOT_EVALUATED,
                observed,
                limit.limit(),
                Limit.POLICY,
                limit.metric(),
                null,
                limit.lower());
    }

    /** The same check, which does not apply. */
    Check notApplicable(String why) {
        return new Check(route, check, Outcome.NOT_APPLICABLE, observed, limit, budgetSource, what, why, lowerLimit);
    }

    /**
     * How much room is left, as a part of the limit: {@code (limit - observed) / limit}, or
     * {@code (observed - limit) / limit} for a lower limit, of the size of a limit below 0. Negative beyond the limit;
     * null without either, when the limit is 0, or when no number is large enough.
     */
    public @Nullable Double margin() {
        if (observed == null || limit == null) {
            return null;
        }
        double margin = (lowerLimit ? observed - limit : limit - observed) / Math.abs(limit);
        return Double.isFinite(margin) ? Numbers.rounded(margin) : null;
    }

    /** The failure, for people: {@code p95 latency in ms is 900, over the limit of 800 by 12.5 %.} */
    String sentence() {
        if (observed == null || limit == null) {
            return what + " is " + Numbers.forPeople(observed) + ", the limit " + Numbers.forPeople(limit) + ".";
        }
        Double margin = margin();
        String by = margin == null || Numbers.isNoise(margin) ? "" : " by " + Numbers.percent(Math.abs(margin));
        return what + " is " + Numbers.forPeople(observed, limit)
                + (lowerLimit ? ", below the limit of " : ", over the limit of ") + Numbers.forPeople(limit, observed)
                + by + ".";
    }

    private static void requireWithinLimit(
            String route, String check, @Nullable Double observed, @Nullable Double limit, boolean lower) {
        if (observed == null || limit == null || isBeyond(observed, limit, lower)) {
            throw new InvalidFindingException("The check " + check + " of the route " + route + " cannot pass: "
                    + Numbers.forPeople(observed, limit) + " is not within the limit of "
                    + Numbers.forPeople(limit, observed)
                    + (lower
                            ? ". Maybe Check.failAtLeast(...), or Check.excusedAtLeast(...) with what excuses it?"
                            : ". Maybe Check.fail(...), or Check.excused(...) with what excuses it?"));
        }
    }

    private static void requireBeyondLimit(
            String route, String check, String what, @Nullable Double observed, @Nullable Double limit, boolean lower) {
        if (observed == null || limit == null || !isBeyond(observed, limit, lower)) {
            throw new InvalidFindingException("The check " + check + " of the route " + route + " cannot " + what
                    + ": " + Numbers.forPeople(observed, limit) + " is not beyond the limit of "
                    + Numbers.forPeople(limit, observed)
                    + (lower ? ". Maybe Check.passAtLeast(...)?" : ". Maybe Check.pass(...)?"));
        }
    }

    private static boolean isBeyond(double observed, double limit, boolean lower) {
        return lower ? observed < limit : observed > limit;
    }

    private static void requireNumber(@Nullable Double value, String what) {
        if (value != null) {
            Range.ANY.require(value, what);
        }
    }
}
