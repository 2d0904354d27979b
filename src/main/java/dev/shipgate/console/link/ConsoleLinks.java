package dev.shipgate.console.link;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Links of the service to its console, where a setting says at which address people reach it. The header {@code Host}
 * does not: it is that of the caller's network, and anyone can send another.
 */
@ApplicationScoped
public class ConsoleLinks {

    private final Optional<String> url;
    private volatile @Nullable ConsoleAddress address;

    ConsoleLinks(ConsoleConfig config) {
        this.url = config.url();
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        try {
            address = url.map(ConsoleAddress::parse).orElse(null);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * The link to the page of a decision.
     *
     * @param answer that of the decision, as JSON
     * @return null when the address of the console is not set, or the answer names no decision
     */
    public @Nullable String decision(JsonNode answer) {
        ConsoleAddress console = address;
        return console == null ? null : console.decision(answer);
    }

    /** Whether people reach the service by TLS, also where a proxy before it ends that. */
    public boolean areByTls() {
        ConsoleAddress console = address;
        return console != null
                && "https".equalsIgnoreCase(console.service().uri().getScheme());
    }
}
