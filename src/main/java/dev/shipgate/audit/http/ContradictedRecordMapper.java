package dev.shipgate.audit.http;

import dev.shipgate.audit.record.ContradictedRecordException;
import dev.shipgate.http.ProblemTypes;
import io.quarkiverse.resteasy.problem.ExceptionMapperBase;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.ext.Provider;
import java.util.Objects;
import org.jboss.logging.Logger;

/** Records that contradict themselves answer nothing. */
@Provider
public class ContradictedRecordMapper extends ExceptionMapperBase<ContradictedRecordException> {

    private static final Logger LOG = Logger.getLogger(ContradictedRecordMapper.class);

    @Override
    protected HttpProblem toProblem(ContradictedRecordException exception) {
        LOG.error(exception.getMessage());
        return HttpProblem.builder()
                .withType(ProblemTypes.of("records-contradict"))
                .withStatus(503)
                .withTitle("The records contradict themselves")
                .withDetail(Objects.requireNonNull(exception.getMessage()))
                .build();
    }
}
