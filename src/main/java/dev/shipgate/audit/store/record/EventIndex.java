package dev.shipgate.audit.store.record;

import dev.shipgate.audit.store.record.RecordIndex.RulesetText;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event of the rules can be found by.
 *
 * @param caller who caused it
 * @param activated null when no rules became active
 */
public record EventIndex(String caller, @Nullable Activated activated) {

    /** The kind of the event that rules became active. */
    public static final String ACTIVATED = "ruleset_activated";

    /** The kind of the event that rules were refused. */
    public static final String REFUSED = "ruleset_refused";

    /** The kinds of all events. */
    public static final List<String> KINDS = List.of(ACTIVATED, REFUSED, Checkpoint.KIND);

    /**
     * Rules that became active.
     *
     * @param at when, in whole milliseconds
     * @param source by what way
     * @param message why; null when nobody said
     * @param commit of the rules folder, as JSON; null where there is none
     */
    public record Activated(
            RulesetText ruleset,
            Instant at,
            String source,
            @Nullable String message,
            @Nullable String commit) {}
}
