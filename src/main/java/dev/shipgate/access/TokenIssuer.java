package dev.shipgate.access;

import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** The issuer whose tokens are accepted, once it has said with which keys it signs them. */
@ApplicationScoped
public class TokenIssuer {

    private static final Logger LOG = Logger.getLogger(TokenIssuer.class);

    private final TenantConfigBean issuers;

    TokenIssuer(TenantConfigBean issuers) {
        this.issuers = issuers;
    }

    /**
     * Whether its keys are known, so that a token can be told from a forged one. If they are not, asks for them again:
     * a service that is not ready gets no request that would.
     */
    boolean isKnown() {
        TenantConfigContext issuer = issuers.getDefaultTenant();
        if (!issuer.ready()) {
            issuer.initialize()
                    .subscribe()
                    .with(
                            asked -> LOG.debugf("The issuer of tokens is known: %s", asked.ready()),
                            failure -> LOG.debugf("The issuer of tokens is not known: %s", failure.getMessage()));
        }
        return issuer.ready();
    }
}
