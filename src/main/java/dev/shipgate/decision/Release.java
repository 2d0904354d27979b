package dev.shipgate.decision;

import dev.shipgate.context.ReleaseName;
import dev.shipgate.json.JsonObject;
import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.confinement.collections.FactValues;
import dev.shipgate.policy.confinement.collections.WatchedMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact that describes the release to be judged. In rules:
 * {@code Release(service == "voice-agent", environment == "production", labels["track"] == "canary")}.
 *
 * @param service the name of the service; null when the caller did not say
 * @param environment where it is to run; null when the caller did not say
 * @param version the version that is to run; null when the caller did not say
 * @param labels anything else the caller says of it, sorted by name
 */
@ForRules
public record Release(
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        Map<String, String> labels) {

    /** The longest name of a service, an environment or a version: databases find longer ones no more. */
    public static final int MAX_NAME_LENGTH = 500;

    public Release {
        labels = new WatchedMap<>(FactValues.textsByName(labels));
    }

    /** Its name, by which the service finds what it knows of the release. */
    ReleaseName name() {
        return new ReleaseName(service, environment, version);
    }

    /** Whether it has labels, and anybody has looked at them. */
    boolean hasReadLabels() {
        return ((WatchedMap<?, ?>) labels).wasRead() && !labels.isEmpty();
    }

    static Release read(JsonObject body) {
        return new Release(
                body.name("service", MAX_NAME_LENGTH),
                body.name("environment", MAX_NAME_LENGTH),
                body.name("version", MAX_NAME_LENGTH),
                body.strings("labels"));
    }
}
