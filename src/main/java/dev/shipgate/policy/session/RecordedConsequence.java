package dev.shipgate.policy.session;

import java.lang.reflect.Field;
import java.util.Map;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.rule.consequence.KnowledgeHelper;

/**
 * The consequence of a rule, which tells the recorder of its thread when it begins and ends. A listener of the agenda
 * hears the same, and costs two event objects for each firing.
 */
final class RecordedConsequence implements Consequence<KnowledgeHelper> {

    private static final Field NAMED_CONSEQUENCES = namedConsequencesField();

    private final Consequence<KnowledgeHelper> consequence;

    private RecordedConsequence(Consequence<KnowledgeHelper> consequence) {
        this.consequence = consequence;
    }

    private static Field namedConsequencesField() {
        try {
            Field field = RuleImpl.class.getDeclaredField("namedConsequences");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Has all firings of a rule recorded that no session uses yet. */
    static void putInto(RuleImpl rule) {
        rule.setConsequence(new RecordedConsequence(ofEngine(rule.getConsequence())));
        if (rule.hasNamedConsequences()) {
            named(rule).replaceAll((name, consequence) -> new RecordedConsequence(ofEngine(consequence)));
        }
    }

    /** Of branches of conditions ({@code do[name]}), whose nodes the engine does not list. */
    @SuppressWarnings("unchecked") // As the engine declares it.
    private static Map<String, Consequence<?>> named(RuleImpl rule) {
        try {
            return (Map<String, Consequence<?>>) NAMED_CONSEQUENCES.get(rule);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("The consequences of branches cannot be read", e);
        }
    }

    @SuppressWarnings("unchecked") // The engine gives every consequence a KnowledgeHelper.
    private static Consequence<KnowledgeHelper> ofEngine(Consequence<?> consequence) {
        return (Consequence<KnowledgeHelper>) consequence;
    }

    @Override
    public String getName() {
        return consequence.getName();
    }

    @Override
    public void evaluate(KnowledgeHelper helper, ValueResolver session) throws Exception {
        FiringRecorder recorder = FiringRecorder.ofThread();
        recorder.begin(helper.getMatch());
        consequence.evaluate(helper, session);
        recorder.end();
    }
}
