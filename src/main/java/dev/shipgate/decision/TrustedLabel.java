package dev.shipgate.decision;

import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * The finding that callers cannot choose a label of this release as they like, so that it may lift limits. Rules
 * write one as {@code when Release(service == "ranking") then insert(new TrustedLabel("track"));}. It counts for the
 * rules of the folder in which it stands.
 *
 * <p>A label that no rule trusts may make an answer stricter, and never looser: with it a release passes only if it
 * passes without it too. A rule that finds a label trusted must not ask for a label itself, because trust is taken
 * from an evaluation without labels.
 *
 * @param name of the label, as the caller writes it
 */
@ForRules
public record TrustedLabel(String name) {

    public TrustedLabel {
        Objects.requireNonNull(name, "name of a trusted label");
    }
}
