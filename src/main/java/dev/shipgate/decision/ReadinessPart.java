package dev.shipgate.decision;

/**
 * An evaluation that can be one part of a release's readiness. Parts are evaluated and told in the order of
 * their {@code @Priority}, the highest first.
 */
public interface ReadinessPart extends Evaluation {

    /** The kind of the result that it tells the rules of readiness. */
    Class<?> resultType();
}
