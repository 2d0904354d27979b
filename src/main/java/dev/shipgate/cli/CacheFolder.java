package dev.shipgate.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where commands keep what makes the next one faster. All of it may be deleted at any time. */
final class CacheFolder {

    private CacheFolder() {}

    /** Where compiled rules are kept: where the service is told to keep them, or in the user's folder for such. */
    static Path ofCompiledRules(Map<String, String> environment) {
        return path(environment, "SHIPGATE_RULES_COMPILED_DIR")
                .or(() -> path(environment, "SHIPGATE_DATA_DIR").map(data -> data.resolve("compiled")))
                .or(() -> path(environment, "XDG_CACHE_HOME").map(caches -> caches.resolve("shipgate/compiled")))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache/shipgate/compiled"));
    }

    private static Optional<Path> path(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }
}
