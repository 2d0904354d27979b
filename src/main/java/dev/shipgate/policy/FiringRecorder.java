package dev.shipgate.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.drools.core.rule.consequence.InternalMatch;
import org.jspecify.annotations.Nullable;
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
    private final Map<FactHandle, Finding<?>> inserted = new LinkedHashMap<>();

    FiringRecorder(RuleBindings bindings) {
        this.bindings = bindings;
    }

    void listenTo(KieSession session) {
        session.addEventListener((AgendaEventListener) this);
        session.addEventListener((RuleRuntimeEventListener) this);
    }

    @Override
    public void beforeMatchFired(BeforeMatchFiredEvent event) {
        EvaluationDeadline.check();
        firings.add(bindings.firing((InternalMatch) event.getMatch()));
    }

    @Override
    public void objectInserted(ObjectInsertedEvent event) {
        if (event.getRule() != null) {
            inserted.put(event.getFactHandle(), new Finding<>(event.getObject(), bindings.info(event.getRule())));
        }
    }

    @Override
    public void objectUpdated(ObjectUpdatedEvent event) {
        inserted.computeIfPresent(
                event.getFactHandle(), (handle, before) -> new Finding<>(event.getObject(), before.rule()));
    }

    @Override
    public void objectDeleted(ObjectDeletedEvent event) {
        inserted.remove(event.getFactHandle());
    }

    /** The name of the rule that fired last, for the message about one that failed. */
    @Nullable
    String lastRule() {
        return firings.isEmpty() ? null : firings.get(firings.size() - 1).rule().rule();
    }

    RuleRun run() {
        return new RuleRun(Collections.unmodifiableList(firings), List.copyOf(inserted.values()));
    }
}
