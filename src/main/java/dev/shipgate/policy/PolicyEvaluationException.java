package dev.shipgate.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules failed or ran away. There is no verdict. */
public final class PolicyEvaluationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final int MAX_FIRINGS = 100;

    /** Why an evaluation came to no verdict. */
    public enum Reason {
        /** A rule threw, or made a finding that cannot be put into an answer. */
        RULE_FAILED,
        /** More rules fired than one evaluation may fire. */
        FIRING_LIMIT,
        /** The evaluation took longer than one evaluation may take. */
        TIME_LIMIT,
        /** The rules asked for more memory than one evaluation may use. */
        MEMORY_LIMIT
    }

    private final Reason reason;
    private final String summary;
    private final transient List<Firing> lastFirings;
    private final transient @Nullable RuleFailure failed;

    /**
     * @param summary a sentence that quotes nothing of a request
     * @param said the message of the exception that was thrown, which may; empty for nothing
     * @param firings all firings, of which the last are kept
     */
    public PolicyEvaluationException(
            Reason reason,
            String summary,
            String said,
            @Nullable RuleFailure failed,
            List<Firing> firings,
            @Nullable Throwable cause) {
        super(said.isEmpty() ? summary : summary + " " + said, cause);
        this.reason = reason;
        this.summary = summary;
        this.failed = failed;
        this.lastFirings = List.copyOf(firings.subList(Math.max(0, firings.size() - MAX_FIRINGS), firings.size()));
    }

    /** A rule made a finding that contradicts the request or itself, so that no answer can be made of it. */
    static PolicyEvaluationException unanswerable(Finding<?> finding, String why, List<Firing> firings) {
        RuleFailure failed = RuleFailure.ofFinding(finding, why);
        return new PolicyEvaluationException(
                Reason.RULE_FAILED,
                "The rule \"" + failed.rule() + "\" found what cannot be put into an answer.",
                why,
                failed,
                firings,
                new InvalidFindingException(why));
    }

    /** No answer can be made of the findings of the rules, and nobody knows why. */
    public static PolicyEvaluationException unanswerable(RuntimeException cause) {
        return new PolicyEvaluationException(
                Reason.RULE_FAILED,
                "The rules found what cannot be put into an answer. The log says more.",
                "",
                null,
                List.of(),
                cause);
    }

    /** The rules found so much that nobody could be told all of it. */
    public static PolicyEvaluationException answerTooLarge(long maxBytes, Throwable cause) {
        return new PolicyEvaluationException(
                Reason.MEMORY_LIMIT,
                "What the rules found makes an answer of more than " + maxBytes
                        + " bytes, the limit of one answer here." + " Maybe shorter texts, or fewer findings?",
                "",
                null,
                List.of(),
                cause);
    }

    public Reason reason() {
        return reason;
    }

    /** The failure, without the message of the exception that was thrown. Quotes nothing of a request. */
    public String summary() {
        return summary;
    }

    /**
     * The text that a log may hold: which rule failed, where and why, and nothing of the request, as its values may be
     * masked.
     */
    public String forLog() {
        return failed == null
                ? summary
                : summary + " At " + failed.place() + ": " + FailureCause.withoutValues(getCause());
    }

    /** Which rule failed, where in it, and why, for those who may read the policy; null when it cannot be told. */
    public @Nullable RuleFailure failed() {
        return failed;
    }

    /** Whether the rules are to blame, so that nobody has to look into the service. */
    public boolean isExplained() {
        return failed != null || reason != Reason.RULE_FAILED;
    }

    /**
     * The last rules to fire before the failure, in order. Not all of them: rules that run away fire millions of times.
     */
    public List<Firing> lastFirings() {
        return lastFirings;
    }
}
