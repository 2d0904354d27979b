package dev.shipgate.decision;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.Waivable;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.RulesOwner;
import dev.shipgate.policy.session.RulesetLease;
import dev.shipgate.report.AnswerLines;
import dev.shipgate.report.ReportedKind;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A kind of evaluation. All that differs between kinds is declared here: nothing else asks which kind it has. */
public interface Evaluation extends RulesOwner {

    /** Its name in answers, records and metrics, such as {@code load_gate}. */
    String kind();

    /** The parts of its answers that are left out unless a caller asks for one with {@code include}. */
    default List<String> includes() {
        return List.of();
    }

    /** How its answers are told in reports. */
    default ReportedKind reported() {
        return new ReportedKind(kind(), rulesFolder(), AnswerLines.REASONS);
    }

    /**
     * The fields of its answers whose texts are the service's or the rules' own. They stand in stored rules anyway, so
     * that they are recorded as they are, whatever is masked.
     */
    default Set<String> ownWords() {
        return Set.of();
    }

    /**
     * The fields of its answers whose numbers it counts or calculates itself, and never takes from a request. They are
     * recorded as they are too.
     */
    default Set<String> ownNumbers() {
        return Set.of();
    }

    /** The fields of its requests and answers whose members are named by callers, such as {@code routes}. */
    default Set<String> namedByCallers() {
        return Set.of();
    }

    /**
     * The reasons that its rules let somebody waive for a release, as far as that can be known without a request: the
     * rules run on the release alone.
     *
     * @param route the route of a failure; null for any
     * @param context with the waiver that is asked about
     */
    default Set<Waivable> waivable(
            Release release, @Nullable String route, RulesetLease rules, EvaluationContext context) {
        return Set.of();
    }

    /**
     * The limits that its rules set for a release, as far as that can be known without measurements: the rules run on
     * the release alone.
     */
    default List<PolicyLimit> limits(Release release, RulesetLease rules, EvaluationContext context) {
        return List.of();
    }

    /**
     * A limit of the policy.
     *
     * @param route the route that it holds for; null for a limit of the whole measurement
     * @param check the name of the check or metric that it limits
     * @param limit null where the policy has none
     * @param lower whether it is the lowest value, and not the highest
     * @param rule the name of the rule that set it; null where none did
     * @param because the reason why the check does not apply; null where it does
     */
    record PolicyLimit(
            @Nullable String route,
            String check,
            @Nullable Double limit,
            boolean lower,
            @Nullable String rule,
            @Nullable String because) {}

    /**
     * Reads its own fields of a request. Errors in them are noted in the body's problems, and the question that
     * this returns is then not used.
     *
     * @param include one of {@link #includes}, or null for none
     */
    Question read(JsonObject body, Release release, @Nullable String include);
}
