package dev.shipgate.audit.http;

import dev.shipgate.audit.store.database.StoreUnreadableException;
import dev.shipgate.http.ProblemTypes;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Records that cannot be read now. */
@Provider
public class StoreUnreadableMapper extends ExceptionMapperBase<StoreUnreadableException> {

    private static final Logger LOG = Logger.getLogger(StoreUnreadableMapper.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    @Override
    protected HttpProblem toProblem(StoreUnreadableException exception) {
        LOG.errorf("The audit store cannot be read: %s", exception.getCause());
        return HttpProblem.builder()
                .withType(ProblemTypes.of("audit-unreadable"))
                .withStatus(503)
                .withTitle("The audit store is not available")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .withHeader("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }
}
