package dev.shipgate.ingest.request;

import java.util.List;

/**
 * How a run is cut into the steps of a step-load test.
 *
 * @param stepMs how long each step lasts, in milliseconds, 1,000 or more
 * @param concurrency of each step, in order; empty where the file says it
 */
public record StepPlan(long stepMs, List<Integer> concurrency) {

    public StepPlan {
        concurrency = List.copyOf(concurrency);
    }
}
