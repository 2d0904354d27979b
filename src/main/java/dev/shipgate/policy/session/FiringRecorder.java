package dev.shipgate.policy.session;

import dev.shipgate.policy.Finding;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleInfo;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.drools.core.common.InternalFactHandle;
import org.drools.core.rule.consequence.InternalMatch;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.AgendaEventListener;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.event.rule.ObjectUpdatedEvent;
import org.kie.api.event.rule.RuleRuntimeEventListener;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Listens to one session and writes down which rules fired on what, and what they inserted. */
final class FiringRecorder extends DefaultAgendaEventListener implements RuleRuntimeEventListener {

    private final RuleBindings bindings;
    private final List<Firing> firings = new ArrayList<>();
    private final List<InsertedFact> inserted = new ArrayList<>();
    private final Set<FactHandle> deleted = new HashSet<>();
    private @Nullable Firing running;

    private record InsertedFact(InternalFactHandle handle, Object asInserted, RuleInfo rule) {

        /** The fact as it is now: a rule may have updated it since. */
        Finding<?> finding() {
            return new Finding<>(handle.getObject(), rule);
        }

        /** The fact as it came; a handle that was deleted no longer has it. */
        Finding<?> taken() {
            return new Finding<>(asInserted, rule);
        }
    }

    FiringRecorder(RuleBindings bindings) {
        this.bindings = bindings;
    }

    void listenTo(KieSession session) {
        session.addEventListener((AgendaEventListener) this);
        session.addEventListener((RuleRuntimeEventListener) this);
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        Firing firing = bindings.firing((InternalMatch) event.getMatch());
        running = firing;
        EvaluationAllowance.takeObject();
        EvaluationAllowance.takeFields(firing.size());
        firings.add(firing);
    }

    /** Not called when the rule threw. */
    @Override
    public void afterMatchFired(AfterMatchFiredEvent event) {
        running = null;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        EvaluationAllowance.takeFact();
        TextsOfFact.take(event.getObject());
        inserted.add(new InsertedFact(
                (InternalFactHandle) event.getFactHandle(), event.getObject(), bindings.info(event.getRule())));
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        // The handle holds the updated fact.
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        deleted.add(event.getFactHandle());
    }

    /** The rule whose consequence runs now, or threw; null while the engine looks for what matches. */
    @Nullable
    Firing running() {
        return running;
    }

    /** The rule that fired last, with its facts; null when none did. */
    @Nullable
    Firing lastFiring() {
        return firings.isEmpty() ? null : firings.get(firings.size() - 1);
    }

    /** All firings until now, in order. */
    List<Firing> firings() {
        return Collections.unmodifiableList(firings);
    }

    RuleRun run() {
        List<Finding<?>> findings = new ArrayList<>(inserted.size());
        List<Finding<?>> takenBack = new ArrayList<>(deleted.size());
        for (InsertedFact fact : inserted) {
            if (deleted.isEmpty() || !deleted.contains(fact.handle())) {
                findings.add(fact.finding());
            } else {
                takenBack.add(fact.taken());
            }
        }
        return new RuleRun(
                Collections.unmodifiableList(firings),
                Collections.unmodifiableList(findings),
                Collections.unmodifiableList(takenBack));
    }
}
