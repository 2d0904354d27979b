package dev.shipgate.console.chart.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Paths through places. A place that is null ends a piece, and the next one begins another. */
public final class Trace {

    private Trace() {}

    /**
     * A line from place to place. A place alone gets a line of no length, which round ends make a dot. Of many places
     * in one column of a unit's width, the highest and the lowest stay: the others would be drawn over one another.
     */
    public static String line(List<@Nullable Place> places) {
        StringBuilder path = new StringBuilder();
        for (List<Place> piece : pieces(places)) {
            List<Place> drawn = thinned(piece);
            path.append('M').append(drawn.get(0).text());
            if (drawn.size() == 1) {
                path.append("h0");
            }
            drawn.stream().skip(1).forEach(place -> path.append('L').append(place.text()));
        }
        return path.toString();
    }

    /**
     * A level line through columns of one width, with a step where the next place is higher or lower.
     *
     * @param places the middles of the columns
     */
    public static String steps(List<@Nullable Place> places, double columnWidth) {
        double half = columnWidth / 2;
        StringBuilder path = new StringBuilder();
        for (List<Place> piece : pieces(places)) {
            Place first = piece.get(0);
            path.append('M').append(new Place(first.x() - half, first.y()).text());
            IntStream.range(1, piece.size())
                    .filter(i -> piece.get(i).y() != piece.get(i - 1).y())
                    .forEach(i -> path.append('H')
                            .append(Place.text(piece.get(i).x() - half))
                            .append('V')
                            .append(Place.text(piece.get(i).y())));
            path.append('H').append(Place.text(piece.get(piece.size() - 1).x() + half));
        }
        return path.toString();
    }

    private static List<List<Place>> pieces(List<@Nullable Place> places) {
        List<List<Place>> pieces = new ArrayList<>();
        boolean begins = true;
        for (Place place : places) {
            if (place == null) {
                begins = true;
                continue;
            }
            if (begins) {
                pieces.add(new ArrayList<>());
                begins = false;
            }
            pieces.get(pieces.size() - 1).add(place);
        }
        return pieces;
    }

    private static List<Place> thinned(List<Place> piece) {
        List<Place> kept = new ArrayList<>();
        int start = 0;
        for (int end = 1; end <= piece.size(); end++) {
            if (end == piece.size() || column(piece.get(end)) != column(piece.get(start))) {
                extremes(piece.subList(start, end)).forEach(kept::add);
                start = end;
            }
        }
        return kept;
    }

    private static long column(Place place) {
        return (long) Math.floor(place.x());
    }

    /** The highest and the lowest place in their order; fewer where there are no more. */
    private static Stream<Place> extremes(List<Place> column) {
        if (column.size() <= 2) {
            return column.stream();
        }
        int highest = 0;
        int lowest = 0;
        for (int i = 1; i < column.size(); i++) {
            highest = column.get(i).y() < column.get(highest).y() ? i : highest;
            lowest = column.get(i).y() > column.get(lowest).y() ? i : lowest;
        }
        return IntStream.of(highest, lowest).sorted().distinct().mapToObj(column::get);
    }
}
