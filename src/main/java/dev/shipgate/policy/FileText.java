package dev.shipgate.policy;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** The text of a rule file, and where things are in it. Immutable. */
public final class FileText {

    private final String source;

    /** The offsets at which its lines begin. */
    private final int[] starts;

    /** @param source all of it */
    public FileText(String source) {
        this.source = source;
        this.starts = IntStream.concat(
                        IntStream.of(0),
                        IntStream.range(0, source.length())
                                .filter(i -> source.charAt(i) == '\n')
                                .map(i -> i + 1))
                .toArray();
    }

    /** All of it. */
    public String source() {
        return source;
    }

    /** The line on which a part of it begins, if that part stands between two offsets; empty when it does not. */
    public OptionalInt lineOf(String part, int from, int to) {
        int offset = source.indexOf(part, from);
        return offset < 0 || offset > to ? OptionalInt.empty() : OptionalInt.of(lineAt(offset));
    }

    /** The line of the first place from the beginning of a line on at which a part of it stands; that line if none. */
    public int lineFrom(int line, String part) {
        return lineOf(part, startOf(line), source.length()).orElse(Math.max(1, line));
    }

    /** The text between two offsets; up to the end where the last is behind it, and empty where both are. */
    public String between(int from, int to) {
        return source.substring(Math.min(from, source.length()), Math.min(to, source.length()));
    }

    /** The offset at which a line begins. */
    public int startOf(int line) {
        return starts[Math.max(1, Math.min(line, starts.length)) - 1];
    }

    /** The place of an offset. */
    public Place place(int offset) {
        int line = lineAt(offset);
        return new Place(line, offset - starts[line - 1] + 1);
    }

    /** The line of an offset. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        // Where no line begins it is the one before the place at which such a line would be put in.
        return found < 0 ? -found - 1 : found + 1;
    }
}
