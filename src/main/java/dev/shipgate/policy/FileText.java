package dev.shipgate.policy;

import java.util.OptionalInt;

/**
 * The text of a rule file, and where things are in it.
 *
 * @param source all of it
 */
public record FileText(String source) {

    /** The line on which a part of it begins, if that part stands between two offsets; empty when it does not. */
    public OptionalInt lineOf(String part, int from, int to) {
        int offset = source.indexOf(part, from);
        return offset < 0 || offset > to ? OptionalInt.empty() : OptionalInt.of(lineAt(offset));
    }

    /** The line of the first place from the beginning of a line on at which a part of it stands; that line if none. */
    public int lineFrom(int line, String part) {
        return lineOf(part, startOf(line), source.length()).orElse(Math.max(1, line));
    }

    private int lineAt(int offset) {
        return 1
                + (int) source.substring(0, offset)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    private int startOf(int line) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = source.indexOf('\n', start) + 1;
        }
        return start;
    }
}
