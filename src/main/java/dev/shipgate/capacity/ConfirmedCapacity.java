package dev.shipgate.capacity;

/** The finding that the supported capacity is sure enough to rely on. Without it the evaluation blocks. */
public record ConfirmedCapacity() {}
