package dev.shipgate.policy;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a rule file.
 *
 * @param line from 1
 * @param column from 1
 */
public record Place(int line, int column) {

    /** Where something stands first in a range of lines. */
    public static Optional<Place> find(Pattern sought, String[] lines, int firstLine, int lastLine) {
        for (int line = firstLine; line <= Math.min(lastLine, lines.length); line++) {
            Matcher found = sought.matcher(lines[line - 1]);
            if (found.find()) {
                return Optional.of(new Place(line, found.start() + 1));
            }
        }
        return Optional.empty();
    }
}
