package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;
import dev.shipgate.policy.OneOf;
import java.util.Objects;

/**
 * The finding of the layer that makes more of it.
 *
 * @param point when
 * @param layer {@code client}, {@code service} or {@code both}
 */
@ForRules
public record Amplifier(
        TrafficPoint point,
        @OneOf({"client", "service", "both"}) String layer) {

    public Amplifier {
        Objects.requireNonNull(point, "point of an amplifier");
        Objects.requireNonNull(layer, "layer of an amplifier");
    }
}
