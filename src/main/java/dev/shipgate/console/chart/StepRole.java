package dev.shipgate.console.chart;

import dev.shipgate.console.chart.picture.Chart;
import dev.shipgate.console.chart.picture.Shape;
import java.util.Arrays;

/** The part that a step plays in a step-load test: its shape, and its words. */
public enum StepRole {
    SUPPORTED("supported", Shape.CIRCLE, "pass", "", "passes before the break"),
    ISOLATED_VIOLATION("isolated_violation", Shape.TRIANGLE, "warn", "isolated", "isolated violation"),
    BREAK("break", Shape.CROSS, "block", "", "break"),
    AFTER_BREAK("after_break", Shape.PLUS, "block", "fails", "fails after the break"),
    LUCKY("lucky", Shape.DIAMOND, "waived", "lucky", "lucky: passes after the break"),
    UNKNOWN("", Shape.DIAMOND, "muted", "", "role not told");

    private final String field;
    private final Shape shape;
    private final String kind;
    private final String label;
    private final String words;

    StepRole(String field, Shape shape, String kind, String label, String words) {
        this.field = field;
        this.shape = shape;
        this.kind = kind;
        this.label = label;
        this.words = words;
    }

    /** The role of this name in answers; {@link #UNKNOWN} for any other. */
    public static StepRole of(String field) {
        return Arrays.stream(values())
                .filter(role -> role.field.equals(field))
                .findFirst()
                .orElse(UNKNOWN);
    }

    Shape shape() {
        return shape;
    }

    /** The class of its points. */
    String kind() {
        return kind;
    }

    /** The word beside its points; empty where it has a mark or its shape says enough. */
    String label() {
        return label;
    }

    String words() {
        return words;
    }

    Chart.Key key() {
        return shape.key(kind, words);
    }
}
