package dev.shipgate.access;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The mode of access: with or without identified callers. Without keys and without an issuer of tokens nobody can be
 * identified, so the service is open: to this machine alone, unless a setting says that it is for everybody.
 */
@ApplicationScoped
public class AccessMode {

    private static final Logger LOG = Logger.getLogger(AccessMode.class);

    private final boolean keys;
    private final boolean tokens;
    private final boolean anyoneAllowed;
    private final String host;
    private final Optional<List<String>> audience;

    AccessMode(
            AccessConfig config,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience,
            @ConfigProperty(name = "quarkus.http.host") String host) {
        this.keys = config.keysFile().isPresent();
        this.tokens = issuer.isPresent();
        this.anyoneAllowed = config.allowAnyoneOnTheNetwork();
        this.audience = audience;
        this.host = host;
    }

    void start(@Observes @Priority(1) StartupEvent event) {
        if (tokens && audience.isEmpty()) {
            throw new ConfigurationException(
                    "Tokens are accepted from QUARKUS_OIDC_AUTH_SERVER_URL, but not said is for whom they "
                            + "must be made: tokens for other services would do. Set QUARKUS_OIDC_TOKEN_AUDIENCE.");
        }
        if (anyoneAllowed && !isOpen()) {
            throw new ConfigurationException(
                    "SHIPGATE_ACCESS_ALLOW_ANYONE_ON_THE_NETWORK is true, but keys or tokens are "
                            + "configured, so that not anyone can call. Maybe remove one of them?");
        }
        if (isOpen() && !anyoneAllowed && !isLoopback(host)) {
            throw new ConfigurationException(
                    "The service is to listen on " + host + ", where others reach it, but nobody has to "
                            + "say who they are. Make a key with: keys add NAME --role evaluate --file FILE, and set "
                            + "SHIPGATE_ACCESS_KEYS_FILE=FILE; or listen on QUARKUS_HTTP_HOST=127.0.0.1; or, if everybody who "
                            + "reaches it may ask it and read all that was decided, set "
                            + "SHIPGATE_ACCESS_ALLOW_ANYONE_ON_THE_NETWORK=true.");
        }
        if (isOpen() && anyoneAllowed) {
            LOG.warn("Anyone on the network can ask for verdicts and read all that was decided: "
                    + "SHIPGATE_ACCESS_ALLOW_ANYONE_ON_THE_NETWORK is true");
        }
    }

    /** An address that cannot be told is none of this machine. */
    private static boolean isLoopback(String host) {
        try {
            return Stream.of(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** Whether callers need not identify themselves. */
    boolean isOpen() {
        return !keys && !tokens;
    }

    /** Whether only this machine is to reach the service. */
    boolean isForThisMachineAlone() {
        return isOpen() && !anyoneAllowed;
    }

    /** Whether tokens of an issuer are accepted. */
    boolean acceptsTokens() {
        return tokens;
    }

    String inWords() {
        if (isOpen()) {
            return anyoneAllowed ? "open to the network" : "open to this machine";
        }
        return keys && tokens ? "keys and tokens" : keys ? "keys" : "tokens";
    }
}
