package dev.shipgate.console.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.shipgate.console.diff.DiffRows.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The words in which two lines differ. */
record ChangedWords(List<Part> before, List<Part> after) {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_.]+|\\s+|.", Pattern.DOTALL);

    /** The search takes time with the square of the words that differ. */
    private static final int MAX_CHARACTERS = 2_000;

    static ChangedWords of(String before, String after) {
        if (before.length() + after.length() > MAX_CHARACTERS) {
            return new ChangedWords(List.of(new Part(before, true)), List.of(new Part(after, true)));
        }
        List<String> oldWords = words(before);
        List<String> newWords = words(after);
        List<AbstractDelta<String>> deltas = DiffUtils.diff(oldWords, newWords).getDeltas();
        return new ChangedWords(
                parts(oldWords, deltas, AbstractDelta::getSource), parts(newWords, deltas, AbstractDelta::getTarget));
    }

    private static List<String> words(String line) {
        return WORD.matcher(line).results().map(MatchResult::group).toList();
    }

    private static List<Part> parts(
            List<String> words,
            List<AbstractDelta<String>> deltas,
            Function<AbstractDelta<String>, Chunk<String>> side) {
        List<Part> parts = new ArrayList<>();
        int done = 0;
        for (AbstractDelta<String> delta : deltas) {
            Chunk<String> chunk = side.apply(delta);
            add(parts, words, done, chunk.getPosition(), false);
            done = chunk.getPosition() + chunk.size();
            add(parts, words, chunk.getPosition(), done, true);
        }
        add(parts, words, done, words.size(), false);
        return parts;
    }

    private static void add(List<Part> parts, List<String> words, int from, int until, boolean changed) {
        if (from < until) {
            parts.add(new Part(String.join("", words.subList(from, until)), changed));
        }
    }
}
