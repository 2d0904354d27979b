package dev.shipgate.rulesets;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.shipgate.policy.RuleFile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two texts of a file, as {@code diff -u} prints it, with the end of the text as a line of its own.
 */
final class UnifiedDiff {

    private static final int CONTEXT_LINES = 3;

    /** The search takes time with the square of the lines that differ. */
    private static final int MAX_LINES = 5_000;

    private UnifiedDiff() {}

    /** Of two texts of one file; null when there are too many lines to compare. */
    static @Nullable String of(String path, @Nullable RuleFile before, @Nullable RuleFile after) {
        return between(path, textOf(before), path, textOf(after));
    }

    private static @Nullable String textOf(@Nullable RuleFile file) {
        return file == null ? null : file.text();
    }

    /** Null when there are too many lines to compare; a text that is null is not there. */
    static @Nullable String between(
            String pathBefore, @Nullable String before, String pathAfter, @Nullable String after) {
        List<String> linesBefore = lines(before);
        List<String> linesAfter = lines(after);
        if (linesBefore.size() + linesAfter.size() > MAX_LINES) {
            return null;
        }
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                before == null ? "/dev/null" : "a/" + pathBefore,
                after == null ? "/dev/null" : "b/" + pathAfter,
                linesBefore,
                DiffUtils.diff(linesBefore, linesAfter),
                CONTEXT_LINES);
        return String.join("\n", diff) + "\n";
    }

    private static List<String> lines(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split("\n", -1));
    }
}
