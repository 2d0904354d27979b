package dev.shipgate.ingest.endpoint;

import dev.shipgate.ingest.mapping.MappingText;
import dev.shipgate.ingest.mapping.Mappings;
import dev.shipgate.policy.session.RulesetLease;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Mappings of the ruleset that decides: an edit of one that is refused changes nothing, as one of a rule does.
 *
 * @param rules the ruleset
 */
record LeasedMappings(RulesetLease rules) implements Mappings {

    @Override
    public @Nullable MappingText at(String path) {
        return rules.files().files().stream()
                .filter(file -> file.path().equals(path))
                .map(file -> new MappingText(path, file.text().getBytes(StandardCharsets.UTF_8)))
                .findFirst()
                .orElse(null);
    }
}
