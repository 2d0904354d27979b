package dev.shipgate.report;

import org.jspecify.annotations.Nullable;

/**
 * A line of a report's table. Texts are empty where there is nothing to say.
 *
 * @param part the kind of the answer that it comes from
 * @param item the thing that was looked at: a route, a minute, a number of concurrent requests
 * @param check the question that was asked of it
 * @param outcome the result that came out
 * @param observed the measured value
 * @param limit the limit that holds
 * @param margin the room that is left, as a part of the limit
 * @param marginPercent the same for people
 * @param budgetSource the party that set the limit: the policy or the caller
 * @param budgetRule the rule that set the limit; null when the caller did, or nobody
 * @param detail a sentence for people
 * @param becauseRule the rule that lets it pass though it is beyond its limit, or that says that it does not apply;
 *     null where none has to
 * @param notice the notice that it counts for; null where it passed
 */
public record Row(
        String part,
        String item,
        String check,
        RowOutcome outcome,
        String observed,
        String limit,
        String margin,
        String marginPercent,
        String budgetSource,
        @Nullable RuleNote budgetRule,
        String detail,
        @Nullable RuleNote becauseRule,
        @Nullable Notice notice) {

    /** The outcome of a line. */
    public enum RowOutcome {
        PASS("pass"),
        FAIL("fail"),
        NOT_EVALUATED("not evaluated"),
        NOT_APPLICABLE("not applicable"),
        WARNING("warning");

        private final String words;

        RowOutcome(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    /** A line that has no limit to be held against. */
    static Row of(
            String part, String item, String check, RowOutcome outcome, String observed, @Nullable Notice notice) {
        String detail = notice == null ? "" : notice.detail();
        return new Row(part, item, check, outcome, observed, "", "", "", "", null, detail, null, notice);
    }

    /** A line that has no limit to be held against and has no notice, with a sentence of its own. */
    static Row withoutNotice(
            String part, String item, String check, RowOutcome outcome, String observed, String detail) {
        return new Row(part, item, check, outcome, observed, "", "", "", "", null, detail, null, null);
    }

    /** The rule that found its notice, or that lets it pass or not apply; null where none is told. */
    @Nullable
    public RuleNote rule() {
        return notice == null ? becauseRule : notice.rule();
    }

    /** The party that set the limit, and the owner of the rule that did. */
    public String budgetOwner() {
        return budgetRule == null || budgetRule.owner().isEmpty()
                ? budgetSource
                : budgetSource + ", " + budgetRule.owner();
    }

    /** Whether it stands in the tables for people: warnings have a list of their own, and would be told twice. */
    boolean isInTable() {
        return outcome != RowOutcome.WARNING;
    }

    /** Whether its check passed. Reports show the checks that did not pass first. */
    public boolean passed() {
        return outcome == RowOutcome.PASS;
    }

    /** Whether nobody has to look at it. */
    public boolean isSettled() {
        return passed() || outcome == RowOutcome.NOT_APPLICABLE;
    }
}
