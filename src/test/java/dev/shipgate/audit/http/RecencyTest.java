package dev.shipgate.audit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.shipgate.audit.http.DecisionList.DecisionSummary;
import dev.shipgate.decision.DecisionResponse.RulesetVersion;
import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A decision holds while it is recent enough, and says nothing while its time is yet to come. */
class RecencyTest {

    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    private static DecisionSummary madeAt(String instant) {
        return new DecisionSummary(
                new UUID(1, 2),
                Instant.parse(instant),
                "load_gate",
                "search",
                "production",
                "1",
                "pass",
                new RulesetVersion("sha256:1"),
                List.of(),
                "caller");
    }

    private static void assertProblem(@Nullable Integer maxAgeSeconds, String instant, int status, String detail) {
        assertThatThrownBy(() -> new Recency(maxAgeSeconds).require(madeAt(instant), NOW))
                .isInstanceOfSatisfying(HttpProblem.class, problem -> {
                    assertThat(problem.getStatusCode()).isEqualTo(status);
                    assertThat(problem.getDetail()).contains(detail);
                });
    }

    @Test
    void holdsUpToItsGreatestAge() {
        assertThatCode(() -> new Recency(60).require(madeAt("2026-11-25T09:59:00Z"), NOW))
                .doesNotThrowAnyException();
        assertThatCode(() -> new Recency(null).require(madeAt("1999-11-25T09:59:00Z"), NOW))
                .doesNotThrowAnyException();
        assertProblem(60, "2026-11-25T09:58:59.999Z", 404, "recent enough");
    }

    @Test
    void saysNothingFromTheFuture() {
        assertThatCode(() -> new Recency(60).require(madeAt("2026-11-25T10:00:10Z"), NOW))
                .doesNotThrowAnyException();
        assertProblem(60, "2026-11-25T10:00:10.001Z", 409, "was made at 2026-11-25T10:00:10.001Z, and it is only");
        assertProblem(null, "2027-11-25T10:00:00Z", 409, "Evaluate the release again.");
    }
}
