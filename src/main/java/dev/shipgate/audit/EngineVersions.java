package dev.shipgate.audit;

import dev.shipgate.policy.DroolsVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/** What evaluates, as records say it. */
final class EngineVersions {

    private EngineVersions() {}

    static Map<String, String> of(String shipgate) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("shipgate", shipgate);
        versions.put("drools", DroolsVersion.current());
        versions.put("java", Runtime.version().toString());
        return versions;
    }
}
