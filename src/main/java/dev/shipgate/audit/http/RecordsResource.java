package dev.shipgate.audit.http;

import dev.shipgate.access.Roles;
import dev.shipgate.audit.store.walk.ChainWalk;
import dev.shipgate.http.QueryParameters;
import dev.shipgate.http.limit.Bulkhead;
import dev.shipgate.http.limit.HttpConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;

/** {@code GET /v1/audit/records}: decisions and events, so that a check without the service misses none. */
@Path("/v1/audit/records")
@RolesAllowed(Roles.AUDIT)
public class RecordsResource {

    private final ChainWalk walk;
    private final ClientStream exports;

    RecordsResource(ChainWalk walk, HttpConfig http) {
        this.walk = walk;
        this.exports = new ClientStream(new Bulkhead(2, "Exports"), http.writeTimeout());
    }

    @GET
    @Produces("application/x-ndjson")
    public StreamingOutput export(@Context UriInfo uri, @Context RoutingContext exchange) {
        QueryParameters.of(uri).throwIfAnyIsWrong();
        return exports.of(exchange, new RecordsExport(walk));
    }
}
