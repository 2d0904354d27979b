package dev.shipgate.ingest.prometheus;

/**
 * A bucket of a histogram in the unit that was queried.
 *
 * @param lower the bound that its values are not below
 * @param upper the bound that they are not above; infinite for the last one of a classic histogram
 * @param count how many there are, or how many in a second
 */
record RawBucket(double lower, double upper, double count) {}
