package dev.shipgate.decision.evidence;

import dev.shipgate.context.EvaluationContext;
import dev.shipgate.context.Waivable;
import dev.shipgate.context.Waived;
import dev.shipgate.context.Waiver;
import dev.shipgate.policy.Finding;
import dev.shipgate.policy.PolicyEvaluationException;
import dev.shipgate.policy.RuleRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The failures and blockers that rules found to be waived. Rules cannot waive by themselves: each finding must name a
 * waiver that the service gave them, that is for what it says, and whose reason a rule says can be waived.
 */
public final class WaivedFindings {

    /** Of several waivers of one failure, the one that lasts longest is told. */
    private static final Comparator<Waiver> LASTING_LONGEST =
            Comparator.comparing(Waiver::until).thenComparing(Waiver::waiverId);

    private final List<Waived> waived = new ArrayList<>(0);
    private final List<Waiver> ofCaller;

    /** @throws PolicyEvaluationException when a rule waived what it cannot */
    public WaivedFindings(RuleRun run, EvaluationContext context) {
        Set<Waivable> waivable = new HashSet<>(run.facts(Waivable.class));
        this.ofCaller = context.waiversOfCaller();
        for (Finding<Waived> finding : run.findings(Waived.class)) {
            Waived found = finding.fact();
            if (!context.waivers().contains(found.waiver())) {
                throw run.unanswerable(finding, "Its waiver is none that the service gave to the rules.");
            }
            if (!isFor(found.waiver(), found.part(), found.route(), found.reason())) {
                throw run.unanswerable(finding, "Its waiver is for something else.");
            }
            if (!waivable.contains(new Waivable(found.part(), found.reason()))) {
                throw run.unanswerable(
                        finding, "No rule says that the reason " + found.reason() + " can be waived, with a Waivable.");
            }
            waived.add(found);
        }
    }

    /** Whether a waiver is for a failure, whose part is null, or for a blocker. */
    private static boolean isFor(Waiver waiver, @Nullable String part, @Nullable String route, String reason) {
        return Objects.equals(waiver.part(), part)
                && waiver.reason().equals(reason)
                && (waiver.route() == null || waiver.route().equals(route));
    }

    /** The waiver of a failure of the load gate; empty when it is not waived. */
    public Optional<Waiver> ofFailure(@Nullable String route, String reason) {
        return waiver(one -> one.part() == null && one.reason().equals(reason) && Objects.equals(one.route(), route));
    }

    /** The waiver of a blocker; empty when it is not waived. */
    public Optional<Waiver> ofBlocker(String part, String reason) {
        return waiver(one -> part.equals(one.part()) && one.reason().equals(reason));
    }

    private Optional<Waiver> waiver(Predicate<Waived> fits) {
        return waived.stream().filter(fits).map(Waived::waiver).max(LASTING_LONGEST);
    }

    /**
     * A sentence for people about a failure that a waiver of the caller's own would cover; null when there is none.
     *
     * @param part null for a failure of the load gate
     */
    public @Nullable String hint(@Nullable String part, @Nullable String route, String reason) {
        return ofCaller.stream()
                .filter(waiver -> isFor(waiver, part, route, reason))
                .findFirst()
                .map(waiver -> "The waiver " + waiver.waiverId() + " does not count, as " + waiver.grantedBy()
                        + " granted it and asks for the verdict.")
                .orElse(null);
    }
}
