package dev.shipgate.retrystorm;

import dev.shipgate.policy.ForRules;
import java.util.Objects;

/**
 * The finding of who makes more of it.
 *
 * @param point when
 * @param layer {@code client}, {@code service} or {@code both}
 */
@ForRules
public record Amplifier(TrafficPoint point, String layer) {

    public Amplifier {
        Objects.requireNonNull(point, "point of an amplifier");
        Objects.requireNonNull(layer, "layer of an amplifier");
    }
}
