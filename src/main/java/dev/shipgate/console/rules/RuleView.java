package dev.shipgate.console.rules;

import dev.shipgate.policy.RuleInfo;
import dev.shipgate.report.SafeLink;
import dev.shipgate.rulesets.RuleRow;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A rule in a list.
 *
 * @param owner empty when nobody is named
 * @param doc the address of its page, if it is one to link to; else null
 * @param fired null while the records cannot be read
 */
record RuleView(
        RuleInfo info,
        String owner,
        @Nullable String doc,
        @Nullable Long fired,
        @Nullable Instant lastFired) {

    private static final String OWNER = "owner";
    private static final String DOC = "doc";

    static RuleView of(RuleRow row) {
        RuleInfo info = row.info();
        return new RuleView(info, owner(info), SafeLink.of(text(info, DOC)), row.fired(), row.lastFired());
    }

    /** The name of the owner of a rule; empty when nobody is named. */
    static String owner(@Nullable RuleInfo rule) {
        return rule == null ? "" : text(rule, OWNER);
    }

    private static String text(RuleInfo info, String annotation) {
        return Objects.toString(info.metadata().get(annotation), "");
    }

    /** The address of its page. */
    public URI page() {
        return RuleLinks.rule(info);
    }

    /** Whether it never fired, as far as that is known. */
    public boolean isUnused() {
        return fired != null && fired == 0;
    }

    /** The annotations that are told nowhere else. */
    public Map<String, Object> others() {
        Map<String, Object> others = new TreeMap<>(info.metadata());
        others.remove(OWNER);
        if (doc != null) {
            others.remove(DOC);
        }
        return others;
    }
}
