package dev.shipgate.decision.firing;

import com.fasterxml.jackson.databind.JsonSerializable;
import dev.shipgate.policy.Firing;
import java.util.List;

/**
 * The firings that an answer has when its caller asks for them.
 *
 * @param first the first of them, in order: each an object with its rule and its facts
 * @param cut whether there are more
 */
public record IncludedFirings(List<JsonSerializable> first, boolean cut) {

    /** An answer of millions of lines would help nobody. */
    public static final int MAX = 1_000;

    /** The first of the firings of an evaluation. */
    public static IncludedFirings of(List<Firing> firings) {
        return new IncludedFirings(
                firings.stream()
                        .limit(MAX)
                        .<JsonSerializable>map(FiringRow::new)
                        .toList(),
                firings.size() > MAX);
    }
}
