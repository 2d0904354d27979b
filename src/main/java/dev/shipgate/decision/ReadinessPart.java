package dev.shipgate.decision;

import dev.shipgate.json.JsonObject;

/**
 * An evaluation that can be one part of a release's readiness. Parts are evaluated and told in the order of
 * their {@code @Priority}, the highest first.
 */
public interface ReadinessPart extends Evaluation {

    /** What it tells the rules of readiness: the kind of its result. */
    Class<?> resultType();

    /** Reads the part of a readiness request. May take fields that the evaluation by itself does not. */
    default Question readPart(JsonObject part, Release release) {
        return read(part, release, null);
    }
}
