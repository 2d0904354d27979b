package dev.shipgate.readiness;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;

/**
 * What is said of a release as a whole.
 *
 * @param ready true only if there is a part, every part that is there passed, and nothing blocks
 * @param blockers why not
 * @param parts what was said of each part, by its name
 */
public record ReadinessAnswer(
        boolean ready,
        List<Blocker> blockers,
        @JsonAnyGetter Map<String, Object> parts) {}
