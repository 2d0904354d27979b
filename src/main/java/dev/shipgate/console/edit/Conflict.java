package dev.shipgate.console.edit;

import dev.shipgate.console.diff.DiffRows;
import dev.shipgate.console.rules.RuleLinks;
import dev.shipgate.rulesets.RulesetVersions.ActivationRow;
import dev.shipgate.rulesets.RulesetVersions.VersionText;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rules that were made active while somebody changed those of before.
 *
 * @param version that decides now
 * @param page its page, with all that changed
 * @param last how it became active; null when that is not recorded
 * @param difference of the file that is changed, if it is another one now
 */
record Conflict(
        String version,
        URI page,
        @Nullable ActivationRow last,
        @Nullable DiffRows difference) {

    static Conflict of(BaseRules base, BaseRules now, VersionText active, String path) {
        String before = Objects.requireNonNullElse(base.text(path), "");
        String after = Objects.requireNonNullElse(now.text(path), "");
        return new Conflict(
                now.version(),
                URI.create(
                        RuleLinks.version(now.version()) + (base.version().isEmpty() ? "" : "?from=" + base.version())),
                active.activations().isEmpty() ? null : active.activations().get(0),
                before.equals(after) ? null : DiffRows.of(before, after));
    }
}
