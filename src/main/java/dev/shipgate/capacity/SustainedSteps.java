package dev.shipgate.capacity;

/**
 * How many failing steps in a row make a violation sustained.
 *
 * @param steps 1 or more
 */
public record SustainedSteps(int steps) {}
