package dev.shipgate.access;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Tokens are accepted where an issuer is configured; without one, the platform would not start with them. */
public final class TokensWhereAnIssuerIs implements ConfigSourceFactory {

    /** Below all that is set. */
    private static final int ORDINAL = 50;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        String issuer = context.getValue("quarkus.oidc.auth-server-url").getValue();
        boolean given = issuer != null && !issuer.isEmpty();
        return List.of(new PropertiesConfigSource(
                Map.of("quarkus.oidc.tenant-enabled", Boolean.toString(given)), "tokens where an issuer is", ORDINAL));
    }
}
