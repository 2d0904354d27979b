package dev.shipgate.audit.verification;

import dev.shipgate.access.Roles;
import dev.shipgate.http.QueryParameters;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import java.util.regex.Pattern;

/** {@code GET /v1/audit/verification}. */
@Path("/v1/audit/verification")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.AUDIT)
public class VerificationResource {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Verifications verifications;

    VerificationResource(Verifications verifications) {
        this.verifications = verifications;
    }

    @GET
    public VerificationReport verify(@Context UriInfo uri) {
        QueryParameters parameters = QueryParameters.of(uri);
        Set<String> knownHashes = parameters.all("head", HASH, "the hash of a record, 64 characters of 0-9 and a-f");
        parameters.throwIfAnyIsWrong();
        return verifications.run(knownHashes);
    }
}
