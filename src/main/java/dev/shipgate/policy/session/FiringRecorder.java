package dev.shipgate.policy.session;

import dev.shipgate.policy.Finding;
import dev.shipgate.policy.Firing;
import dev.shipgate.policy.RuleRun;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.drools.core.reteoo.TerminalNode;
import org.drools.core.rule.consequence.InternalMatch;
import org.jspecify.annotations.Nullable;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Writes down which rules fire in one evaluation, on which facts, and which facts they insert. Each
 * {@link RecordedConsequence} reports a firing to it, and the session reports the facts that are inserted and deleted.
 */
final class FiringRecorder extends DefaultRuleRuntimeEventListener {

    private static final ThreadLocal<@Nullable FiringRecorder> CURRENT = new ThreadLocal<>();

    private final RuleBindings bindings;
    private final IdentityHashMap<TerminalNode, BoundValues> values = new IdentityHashMap<>();
    private final List<Firing> firings = new ArrayList<>();
    private final List<Finding<?>> inserted = new ArrayList<>();
    private final List<FactHandle> handles = new ArrayList<>();
    private final Set<FactHandle> deleted = new HashSet<>();
    private @Nullable Firing running;

    FiringRecorder(RuleBindings bindings) {
        this.bindings = bindings;
    }

    /** Records the firings and the changes of facts in a session on this thread from now on. */
    void start(KieSession session) {
        CURRENT.set(this);
        session.addEventListener(this);
    }

    /** Ends recording on this thread. */
    static void stop() {
        CURRENT.remove();
    }

    /** The recorder of the evaluation on this thread. */
    static FiringRecorder ofThread() {
        return Objects.requireNonNull(CURRENT.get(), "recorder of the evaluation on this thread");
    }

    /** A rule fires: its consequence begins. */
    void begin(InternalMatch match) {
        running = null;
        TerminalNode node = match.getTerminalNode();
        BoundValues bound = values.get(node);
        if (bound == null) {
            bound = new BoundValues(bindings.bound(node));
            values.put(node, bound);
        }
        Firing firing = bound.firing(match.getTuple());
        running = firing;
        EvaluationAllowance.takeObject();
        EvaluationAllowance.takeFields(firing.size());
        firings.add(firing);
    }

    /** The consequence ended. Not called when it threw. */
    void end() {
        running = null;
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        EvaluationAllowance.takeFact();
        TextsOfFact.take(event.getObject());
        Firing by = Objects.requireNonNull(running, "rule that inserts a fact");
        inserted.add(new Finding<>(event.getObject(), by.rule()));
        handles.add(event.getFactHandle());
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        deleted.add(event.getFactHandle());
    }

    /** The rule whose consequence runs now, or threw; null while the engine looks for matches. */
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
        for (int i = 0; i < inserted.size(); i++) {
            Finding<?> finding = inserted.get(i);
            if (!deleted.isEmpty() && deleted.contains(handles.get(i))) {
                // As it was inserted: the handle no longer has it.
                takenBack.add(finding);
            } else {
                findings.add(asItIsNow(finding, handles.get(i).getObject()));
            }
        }
        return new RuleRun(
                Collections.unmodifiableList(firings),
                Collections.unmodifiableList(findings),
                Collections.unmodifiableList(takenBack));
    }

    /** A rule may have updated the fact since, in the place of which the handle has another one then. */
    private static Finding<?> asItIsNow(Finding<?> inserted, Object fact) {
        return fact == inserted.fact() ? inserted : new Finding<>(fact, inserted.rule());
    }
}
