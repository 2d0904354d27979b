package dev.shipgate.console.rules;

import dev.shipgate.rulesets.ActiveTexts.Lines;
import java.util.ArrayList;
import java.util.List;

/** Lines of a file with their numbers. */
record SourceView(String path, List<SourceLine> lines) {

    /** A page of more would be slow in a browser. */
    private static final int MAX_LINES = 20_000;

    /** A line, and whether it is a comment alone. */
    record SourceLine(int number, String text, boolean comment) {}

    static SourceView of(Lines source) {
        boolean isRules = source.path().endsWith(".drl");
        String comment = isRules ? "//" : "#";
        List<SourceLine> lines = new ArrayList<>();
        for (String text :
                source.lines().subList(0, Math.min(MAX_LINES, source.lines().size()))) {
            lines.add(new SourceLine(
                    source.from() + lines.size(), text, text.strip().startsWith(comment)));
        }
        return new SourceView(source.path(), lines);
    }

    /** Whether there are more lines than are shown. */
    public boolean isCut() {
        return lines.size() == MAX_LINES;
    }
}
