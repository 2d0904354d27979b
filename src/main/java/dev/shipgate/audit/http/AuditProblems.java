package dev.shipgate.audit.http;

import static dev.shipgate.http.ProblemResponse.problem;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.audit.store.record.UnreadableRecordException;
import dev.shipgate.http.ProblemResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problems to answer while records cannot be read or cannot be believed. */
public class AuditProblems {

    private static final Logger LOG = Logger.getLogger(AuditProblems.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    /** No request is answered from records that contradict themselves, or that changed after they were written. */
    @ServerExceptionMapper({ContradictedRecordException.class, UnreadableRecordException.class})
    public Response contradicted(RuntimeException failure, UriInfo uri) {
        LOG.error(failure.getMessage());
        return ProblemResponse.ofMessage(
                failure, uri, problem(503, "records-contradict", "The records contradict themselves"));
    }

    /** The records cannot be read now. */
    @ServerExceptionMapper
    public Response unreadable(StoreUnreadableException failure, UriInfo uri) {
        LOG.errorf("The audit store cannot be read: %s", failure.getCause());
        return ProblemResponse.ofMessage(
                failure,
                uri,
                problem(503, "audit-unreadable", "The audit store is not available")
                        .withHeader("Retry-After", RETRY_AFTER_SECONDS));
    }
}
