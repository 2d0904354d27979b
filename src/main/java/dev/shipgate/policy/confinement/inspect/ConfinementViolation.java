package dev.shipgate.policy.confinement.inspect;

/**
 * Something in compiled rules that rules may not use.
 *
 * @param className the compiled class that it is in, by its binary name
 * @param method the method of that class; empty when it is in none
 * @param what the construct that is not allowed, such as {@code java.lang.Runtime.exec}
 */
public record ConfinementViolation(String className, String method, String what) {}
