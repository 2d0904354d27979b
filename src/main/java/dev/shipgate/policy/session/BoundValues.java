package dev.shipgate.policy.session;

import dev.shipgate.policy.Firing;
import dev.shipgate.policy.session.RuleBindings.BoundNames;
import org.drools.base.rule.Declaration;
import org.drools.core.reteoo.TupleImpl;
import org.jspecify.annotations.Nullable;
import org.kie.api.runtime.rule.FactHandle;

/**
 * The values that one rule binds in one evaluation. Most rules join few facts, such as a budget, with many: a value
 * that a rule reads of a fact that cannot change is read once for all firings in a row that match it.
 */
final class BoundValues {

    private final BoundNames bound;
    private final @Nullable Object[] lastFacts;
    private @Nullable Object[] lastValues;

    BoundValues(BoundNames bound) {
        this.bound = bound;
        this.lastFacts = new Object[bound.declarations().length];
        this.lastValues = new Object[lastFacts.length];
    }

    /** The firing of a match, whose values take memory from the allowance. */
    Firing firing(TupleImpl match) {
        Declaration[] declarations = bound.declarations();
        @Nullable Object[] values = new Object[declarations.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = FactSnapshot.of(value(i, declarations[i], match));
        }
        lastValues = values;
        return new Firing(bound.rule(), bound.names(), values);
    }

    private @Nullable Object value(int i, Declaration declaration, TupleImpl match) {
        FactHandle handle = match.get(declaration);
        Object fact = handle == null ? null : handle.getObject();
        if (fact != null && fact == lastFacts[i]) {
            return lastValues[i];
        }
        lastFacts[i] = fact != null && FactSnapshot.isOfTheService(fact) ? fact : null;
        return declaration.getValue(match);
    }
}
