package dev.shipgate.decision;

import dev.shipgate.json.JsonObject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fact that says what is to be released. In rules:
 * {@code Release(service == "voice-agent", environment == "production", labels["track"] == "canary")}.
 *
 * @param service the name of the service; null when the caller did not say
 * @param environment where it is to run; null when the caller did not say
 * @param version what is to run; null when the caller did not say
 * @param labels anything else the caller says of it, sorted by name
 */
public record Release(
        @Nullable String service,
        @Nullable String environment,
        @Nullable String version,
        Map<String, String> labels) {

    static Release read(JsonObject body) {
        return new Release(
                body.string("service"), body.string("environment"), body.string("version"), body.strings("labels"));
    }
}
