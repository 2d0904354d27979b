package dev.shipgate.rulesets;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.shipgate.policy.RuleFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The difference of two texts of a file, as {@code diff -u} prints it, with the end of the text as a line of its own. */
final class UnifiedDiff {

    private static final int CONTEXT_LINES = 3;

    /** The search takes time with the square of the lines that differ. */
    private static final int MAX_LINES = 5_000;

    private UnifiedDiff() {}

    /** Null when there are too many lines to compare. */
    static @Nullable String of(String path, @Nullable RuleFile before, @Nullable RuleFile after) {
        List<String> linesBefore = lines(before);
        List<String> linesAfter = lines(after);
        if (linesBefore.size() + linesAfter.size() > MAX_LINES) {
            return null;
        }
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                before == null ? "/dev/null" : "a/" + path,
                after == null ? "/dev/null" : "b/" + path,
                linesBefore,
                DiffUtils.diff(linesBefore, linesAfter),
                CONTEXT_LINES);
        return String.join("\n", diff) + "\n";
    }

    private static List<String> lines(@Nullable RuleFile file) {
        return file == null ? List.of() : List.of(file.text().split("\n", -1));
    }
}
