package dev.shipgate.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where commands keep what makes the next one faster. All of it may be deleted at any time. */
final class CacheFolder {

    private CacheFolder() {}

    /** Where compiled rules are kept: where the service is told to keep them, or in the user's folder for such. */
    static Path ofCompiledRules(Map<String, String> environment) {
        String told = environment.getOrDefault("SHIPGATE_RULES_COMPILED_DIR", "");
        return told.isEmpty() ? ofUser(environment).resolve("compiled") : Path.of(told);
    }

    private static Path ofUser(Map<String, String> environment) {
        String caches = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (caches.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(caches))
                .resolve("shipgate");
    }
}
