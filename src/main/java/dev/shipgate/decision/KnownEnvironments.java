package dev.shipgate.decision;

import dev.shipgate.policy.FactValues;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.RulesetLease;
import java.util.List;

/**
 * The fact of which environments of the service that is to be released the rules of this folder know: those that a
 * condition such as {@code Release(service == "search", environment == "production")} names.
 *
 * @param names their names, sorted; empty when the rules name none, or the caller did not say which service it is
 */
@ForRules
public record KnownEnvironments(List<String> names) {

    public KnownEnvironments {
        names = FactValues.texts(names);
    }

    /** Those that the rules of a folder know for the service of a release. */
    public static KnownEnvironments of(Release release, RulesetLease rules, String folder) {
        return new KnownEnvironments(
                release.service() == null
                        ? List.of()
                        : rules.askedTexts(folder, "environment", "service", release.service()));
    }
}
