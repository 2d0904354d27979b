package dev.shipgate.console.chart.picture;

import dev.shipgate.console.chart.picture.Chart.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The room on one line of a picture. Labels take it one after the other, and none is laid over another. */
public final class Room {

    /** Between two labels. */
    public static final double GAP = 8;

    /** Between the lines of two labels, one above the other. */
    private static final double LINE = 13;

    private record Taken(double from, double to) {}

    private final double from;
    private final double to;
    private final List<Taken> taken = new ArrayList<>();

    /** A line that reaches from one place to another. */
    public Room(double from, double to) {
        this.from = from;
        this.to = to;
    }

    /** The middle of a label of this width that stands as near as it can to a place without leaving the line. */
    public double middle(double wanted, double width) {
        return Place.rounded(Math.max(from + width / 2, Math.min(to - width / 2, wanted)));
    }

    /** Takes the room for a label, unless some of it is taken. */
    public boolean take(double middle, double width) {
        Taken wanted = new Taken(middle - width / 2, middle + width / 2);
        boolean isFree =
                taken.stream().noneMatch(other -> wanted.from < other.to + GAP && other.from < wanted.to + GAP);
        if (isFree) {
            taken.add(wanted);
        }
        return isFree;
    }

    /** The same labels one above the other, moved apart where they are too near, and not below the bottom. */
    public static List<Text> apart(List<Text> labels, double bottom) {
        List<Text> apart = new ArrayList<>();
        double below = bottom;
        for (Text label :
                labels.stream().sorted(Comparator.comparing(Text::y).reversed()).toList()) {
            double y = Place.rounded(Math.min(label.y(), below));
            apart.add(new Text(label.kind(), label.anchor(), label.x(), y, label.text()));
            below = y - LINE;
        }
        return apart;
    }
}
