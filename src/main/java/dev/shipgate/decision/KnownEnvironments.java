package dev.shipgate.decision;

import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import dev.shipgate.policy.session.RulesetLease;
import java.util.List;

/**
 * The environments of the service to be released that the rules of this folder know: those that a condition such as
 * {@code Release(service == "search", environment == "production")} names.
 *
 * @param names their names, sorted; empty when the rules name none, or the caller did not say which service it is
 * @param otherThanAsked the same, where the environment of the release is none of them, so that the caller may have
 *     meant one of them; empty otherwise
 */
@ForRules
public record KnownEnvironments(List<String> names, List<String> otherThanAsked) {

    public KnownEnvironments {
        names = FactValues.texts(names);
        otherThanAsked = FactValues.texts(otherThanAsked);
    }

    /** Those that the rules of a folder know for the service of a release. */
    public static KnownEnvironments of(Release release, RulesetLease rules, String folder) {
        List<String> names = release.service() == null
                ? List.of()
                : rules.askedTexts(folder, "environment", "service", release.service());
        boolean isKnown = release.environment() != null && names.contains(release.environment());
        return new KnownEnvironments(names, isKnown ? List.of() : names);
    }
}
