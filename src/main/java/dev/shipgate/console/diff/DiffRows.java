package dev.shipgate.console.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Two texts side by side. Only lines near a difference are shown, and of lines that changed the words that did.
 *
 * @param rows from the first line to the last; empty when the texts are the same
 * @param tooLong whether the texts have too many lines to be compared, and there are no rows for that
 */
public record DiffRows(List<Row> rows, boolean tooLong) {

    /** The search takes time with the square of the lines that differ. */
    private static final int MAX_LINES = 5_000;

    private static final int CONTEXT_LINES = 3;

    /** The kind of a row. */
    public enum Kind {
        SAME,
        CHANGED,
        ADDED,
        REMOVED,
        /** Lines that are the same, and not shown. */
        SKIPPED;

        /** Its name in a style. */
        public String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A piece of a line, and whether it is another one than on the other side. */
    public record Part(String text, boolean changed) {}

    /** One side of a row. */
    public record Side(int line, List<Part> parts) {

        static Side whole(int line, String text) {
            return new Side(line, List.of(new Part(text, false)));
        }
    }

    /**
     * A row.
     *
     * @param before the line before; null for one that was added, and where lines are skipped
     * @param after the line after; null for one that was removed, and where lines are skipped
     * @param skipped how many lines are not shown
     */
    public record Row(
            Kind kind, @Nullable Side before, @Nullable Side after, int skipped) {}

    /** The difference of two texts; an empty one has no line. */
    public static DiffRows of(String before, String after) {
        List<String> oldLines = lines(before);
        List<String> newLines = lines(after);
        if (oldLines.size() + newLines.size() > MAX_LINES) {
            return new DiffRows(List.of(), true);
        }
        Patch<String> patch = DiffUtils.diff(oldLines, newLines);
        List<Row> rows = new ArrayList<>();
        int line = 0;
        int shift = 0;
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            int until = delta.getSource().getPosition();
            addSame(rows, oldLines, line, until, shift);
            addDelta(rows, delta);
            line = until + delta.getSource().size();
            shift = delta.getTarget().last() + 1 - line;
        }
        if (!rows.isEmpty()) {
            addEnd(rows, oldLines, line, shift);
        }
        return new DiffRows(rows, false);
    }

    private static List<String> lines(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\r\n|\r|\n", -1));
    }

    /** Of the lines before a difference those near it, or near the one before. */
    private static void addSame(List<Row> rows, List<String> lines, int from, int until, int shift) {
        int endOfFirst = rows.isEmpty() ? from : Math.min(until, from + CONTEXT_LINES);
        int startOfLast = Math.max(endOfFirst, until - CONTEXT_LINES);
        addShown(rows, lines, from, endOfFirst, shift);
        addSkipped(rows, startOfLast - endOfFirst);
        addShown(rows, lines, startOfLast, until, shift);
    }

    private static void addEnd(List<Row> rows, List<String> lines, int from, int shift) {
        int end = Math.min(lines.size(), from + CONTEXT_LINES);
        addShown(rows, lines, from, end, shift);
        addSkipped(rows, lines.size() - end);
    }

    private static void addSkipped(List<Row> rows, int count) {
        if (count > 0) {
            rows.add(new Row(Kind.SKIPPED, null, null, count));
        }
    }

    private static void addShown(List<Row> rows, List<String> lines, int from, int until, int shift) {
        for (int i = from; i < until; i++) {
            rows.add(new Row(Kind.SAME, Side.whole(i + 1, lines.get(i)), Side.whole(i + shift + 1, lines.get(i)), 0));
        }
    }

    private static void addDelta(List<Row> rows, AbstractDelta<String> delta) {
        Chunk<String> source = delta.getSource();
        Chunk<String> target = delta.getTarget();
        int paired = Math.min(source.size(), target.size());
        for (int i = 0; i < paired; i++) {
            ChangedWords words =
                    ChangedWords.of(source.getLines().get(i), target.getLines().get(i));
            rows.add(new Row(
                    Kind.CHANGED,
                    new Side(source.getPosition() + i + 1, words.before()),
                    new Side(target.getPosition() + i + 1, words.after()),
                    0));
        }
        for (int i = paired; i < source.size(); i++) {
            rows.add(new Row(
                    Kind.REMOVED,
                    Side.whole(source.getPosition() + i + 1, source.getLines().get(i)),
                    null,
                    0));
        }
        for (int i = paired; i < target.size(); i++) {
            rows.add(new Row(
                    Kind.ADDED,
                    null,
                    Side.whole(target.getPosition() + i + 1, target.getLines().get(i)),
                    0));
        }
    }
}
