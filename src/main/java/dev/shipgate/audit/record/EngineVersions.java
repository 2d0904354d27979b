package dev.shipgate.audit.record;

import dev.shipgate.policy.drools.DroolsVersion;
import java.util.LinkedHashMap;
import java.util.Map;

/** The versions of service and engine, as records say them. */
public final class EngineVersions {

    private EngineVersions() {}

    public static Map<String, String> of(String shipgate) {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("shipgate", shipgate);
        versions.put("drools", DroolsVersion.current());
        versions.put("java", Runtime.version().toString());
        return versions;
    }
}
