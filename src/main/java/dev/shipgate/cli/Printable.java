package dev.shipgate.cli;

import java.util.regex.Pattern;

/** Text of others, for a terminal. */
final class Printable {

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private Printable() {}

    /** The text without what a terminal would obey. */
    static String line(String text) {
        return CONTROL.matcher(text).replaceAll("\uFFFD");
    }
}
