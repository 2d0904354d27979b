package dev.shipgate.cli;

import dev.shipgate.text.HiddenCharacters;

/** Text of others, for a terminal. */
final class Printable {

    private Printable() {}

    /** The text without what a terminal would obey. */
    static String line(String text) {
        return HiddenCharacters.replacedIn(text).replace('\r', '\uFFFD').replace('\f', '\uFFFD');
    }
}
