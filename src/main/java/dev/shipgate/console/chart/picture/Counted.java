package dev.shipgate.console.chart.picture;

import java.util.List;

/** Numbers of things, and lists that are cut. */
public final class Counted {

    private Counted() {}

    public static String of(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    /** The first of the things, and how many more there are. */
    public static String listed(List<String> things, int most) {
        String first = String.join(", ", things.subList(0, Math.min(most, things.size())));
        return things.size() > most ? first + " and " + (things.size() - most) + " more" : first;
    }

    /** The sentence on a table that lacks rows; empty when it lacks none. */
    public static String note(String shown, int rows, int all) {
        return rows == all ? "" : "The table has " + shown + ": " + rows + " of " + all + ".";
    }
}
