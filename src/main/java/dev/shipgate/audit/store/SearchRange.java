package dev.shipgate.audit.store;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Between which ids decisions are asked for: ids begin with the time. */
record SearchRange(List<String> conditions, List<byte[]> values) {

    static SearchRange of(DecisionFilter filter) {
        // An event of the log itself has no id, and is no decision.
        SearchRange range = new SearchRange(new ArrayList<>(List.of("decision_id IS NOT NULL")), new ArrayList<>());
        if (filter.from() != null) {
            range.add("decision_id >= ?", Ids.first(filter.from()));
        }
        if (filter.to() != null) {
            range.add("decision_id < ?", Ids.first(filter.to()));
        }
        UUID before = filter.before();
        if (before != null) {
            range.add("decision_id < ?", Ids.bytes(before));
        }
        return range;
    }

    private void add(String condition, byte[] value) {
        conditions.add(condition);
        values.add(value);
    }
}
