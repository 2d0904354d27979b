package dev.shipgate.rulesets;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The change of one file in the form that {@code git apply} and {@code patch -p1} read. */
public final class Patch {

    private static final int CONTEXT_LINES = 3;
    private static final String NOWHERE = "/dev/null";

    /** The search takes time with the square of the lines that differ. */
    private static final int MAX_LINES = 5_000;

    /** Says of the line before it that the file ends within it. */
    private static final String OPEN_END = "\n\\ No newline at end of file";

    private Patch() {}

    /**
     * The change from one text to another; a text that is null is not there.
     *
     * @return empty when the texts are the same, null when there are too many lines to compare
     */
    public static @Nullable String of(String path, @Nullable String before, @Nullable String after) {
        List<String> linesBefore = lines(before);
        List<String> linesAfter = lines(after);
        if (linesBefore.size() + linesAfter.size() > MAX_LINES) {
            return null;
        }
        List<String> patch = UnifiedDiffUtils.generateUnifiedDiff(
                before == null ? NOWHERE : "a/" + path,
                after == null ? NOWHERE : "b/" + path,
                linesBefore,
                DiffUtils.diff(linesBefore, linesAfter),
                CONTEXT_LINES);
        return patch.isEmpty() ? "" : String.join("\n", patch) + "\n";
    }

    private static List<String> lines(@Nullable String text) {
        List<String> lines = new ArrayList<>();
        if (text == null || text.isEmpty()) {
            return lines;
        }
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            lines.add(text.substring(start, end));
            start = end + 1;
        }
        if (start < text.length()) {
            lines.add(text.substring(start) + OPEN_END);
        }
        return lines;
    }
}
