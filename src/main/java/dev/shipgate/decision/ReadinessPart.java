package dev.shipgate.decision;

/**
 * An evaluation that can be one part of a release's readiness. Parts are evaluated and told in the order of
 * their {@code @Priority}, the highest first.
 */
public interface ReadinessPart extends Evaluation {

    /** What it tells the rules of readiness: the kind of its result. */
    Class<?> resultType();
}
