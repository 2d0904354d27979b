package dev.shipgate.retrystorm;

/** The fact that the caller wants what is usual to be worked out from the points themselves. */
public record AutoBaseline() {}
