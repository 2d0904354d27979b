package dev.shipgate.decision;

/**
 * What a caller gets for a submission.
 *
 * @param evaluated whether it is an answer; false for the report of rules that failed
 * @param body its bytes, JSON in UTF-8
 * @param replayed whether it was recorded for an earlier request with the same idempotency key
 */
public record Answered(boolean evaluated, byte[] body, boolean replayed) {}
