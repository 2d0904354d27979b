package dev.shipgate.ingest.measure;

/**
 * A bucket of a histogram of durations.
 *
 * @param lowerMs the bound that its durations are not below, in milliseconds, 0 or more
 * @param upperMs the bound that they are not above; infinite for the last bucket of most histograms
 * @param count how many there are; no whole number where it was calculated from a rate
 */
public record Bucket(double lowerMs, double upperMs, double count) {}
