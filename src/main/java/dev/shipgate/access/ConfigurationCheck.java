package dev.shipgate.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Ends the start where a setting is there and says nothing, or says half of something. The platform takes an empty
 * value for none, so a variable whose secret did not arrive would open the service.
 */
@ApplicationScoped
public class ConfigurationCheck {

    /** Settings that have no effect without another one: their names, the other one, and the problem without it. */
    private enum Halves {
        TOKENS(
                "quarkus\\.oidc\\..*(?<!enabled)",
                "quarkus.oidc.auth-server-url",
                "are for tokens, but no issuer is set whose tokens are accepted. Set QUARKUS_OIDC_AUTH_SERVER_URL, or "
                        + "remove them."),
        POSTGRESQL(
                "shipgate\\.audit\\.(username|password)",
                "shipgate.audit.jdbc-url",
                "are for PostgreSQL, but no database is set, so that decisions would be recorded in a file of this machine. "
                        + "Set SHIPGATE_AUDIT_JDBC_URL, or remove them.");

        private final String names;
        private final String needed;
        private final String problem;

        Halves(String names, String needed, String problem) {
            this.names = names;
            this.needed = needed;
            this.problem = problem;
        }

        private boolean has(String dotted) {
            return dotted.matches(names);
        }
    }

    /** That of the configuration that comes with the service; the settings of people stand above. */
    private static final int OWN_ORDINAL = 250;

    private final SmallRyeConfig config;

    ConfigurationCheck(SmallRyeConfig config) {
        this.config = config;
    }

    void start(@Observes @Priority(0) StartupEvent event) {
        List<String> problems = problems(config);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(String.join("\n", problems));
        }
    }

    /** The problems, in sentences. */
    static List<String> problems(SmallRyeConfig config) {
        List<String> problems = new ArrayList<>();
        Map<Halves, List<String>> given = new EnumMap<>(Halves.class);
        TreeSet<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        for (String name : names) {
            String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
            ConfigValue value = config.getConfigValue(name);
            if ((!dotted.startsWith("quarkus.oidc.") && !dotted.startsWith("shipgate."))
                    || value.getRawValue() == null
                    || value.getConfigSourceOrdinal() <= OWN_ORDINAL) {
                continue;
            }
            if (value.getRawValue().isBlank()) {
                problems.add("The setting " + name + " is there and empty. Give it a value, or remove it.");
                continue;
            }
            Stream.of(Halves.values())
                    .filter(halves -> halves.has(dotted))
                    .forEach(halves -> given.computeIfAbsent(halves, first -> new ArrayList<>())
                            .add(name));
        }
        given.forEach((halves, ofThem) -> {
            if (config.getOptionalValue(halves.needed, String.class).isEmpty()) {
                problems.add("The settings " + String.join(", ", ofThem) + " " + halves.problem);
            }
        });
        return problems;
    }
}
