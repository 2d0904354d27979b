package dev.shipgate.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Ends the start where a setting is there and says nothing, or says half of something. The platform takes an empty value
 * for none, so a variable whose secret did not arrive would open the service.
 */
@ApplicationScoped
public class ConfigurationCheck {

    private static final String ISSUER = "quarkus.oidc.auth-server-url";

    /** That of the configuration that comes with the service; what people set stands above. */
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

    /** What is wrong, in sentences. */
    static List<String> problems(SmallRyeConfig config) {
        List<String> problems = new ArrayList<>();
        List<String> ofTokens = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>();
        config.getPropertyNames().forEach(names::add);
        for (String name : names) {
            String dotted = name.toLowerCase(Locale.ROOT).replace('_', '.');
            boolean isOfTokens = dotted.startsWith("quarkus.oidc.");
            ConfigValue value = config.getConfigValue(name);
            if ((!isOfTokens && !dotted.startsWith("shipgate."))
                    || value.getRawValue() == null
                    || value.getConfigSourceOrdinal() <= OWN_ORDINAL) {
                continue;
            }
            if (value.getRawValue().isBlank()) {
                problems.add("The setting " + name + " is there and empty. Give it a value, or remove it.");
            } else if (isOfTokens && !dotted.endsWith("enabled")) {
                ofTokens.add(name);
            }
        }
        if (!ofTokens.isEmpty() && config.getOptionalValue(ISSUER, String.class).isEmpty()) {
            problems.add("The settings " + String.join(", ", ofTokens)
                    + " are for tokens, but no issuer is set whose tokens are accepted. Set QUARKUS_OIDC_AUTH_SERVER_URL, or "
                    + "remove them.");
        }
        return problems;
    }
}
