package dev.shipgate.policy.drl;

import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A place in the Java that the compiler makes of rules.
 *
 * @param java all of the class
 * @param offset that of the place in it
 */
public record GeneratedPlace(String java, int offset) {

    private static final Pattern CONSEQUENCE = Pattern.compile("\\bexecute\\(\\([^()]*\\)\\s*->\\s*\\{");

    /** Comments, which are passed over, texts, numbers and words, and signs. */
    private static final Pattern TOKEN = Pattern.compile(
            "//[^\\n]*+|/\\*.*?(?:\\*/|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*+\"|'(?:\\\\.|[^'\\\\\\n])*+'|[\\w$]++|[^\\s\\w$]",
            Pattern.DOTALL);

    /** The name that the compiler puts before {@code .insert(...)} and its like. */
    private static final String ENGINE = "drools";

    /**
     * The place of the rule file of which this one was made, if the compiler only put the text into other lines.
     *
     * @param source all of the rule file
     * @param then the offset at which the consequence begins
     */
    OptionalInt in(String source, int then) {
        Matcher begin = CONSEQUENCE.matcher(java).region(0, Math.min(offset, java.length()));
        int start = begin.results()
                .reduce((one, later) -> later)
                .map(MatchResult::end)
                .orElse(-1);
        return start < 0
                ? OptionalInt.empty()
                : aligned(tokens(java, start, offset), tokens(source, then, source.length()));
    }

    private static OptionalInt aligned(Queue<MatchResult> made, Queue<MatchResult> written) {
        OptionalInt place = OptionalInt.empty();
        while (!made.isEmpty()) {
            String token = made.remove().group();
            if (!written.isEmpty() && written.element().group().equals(token)) {
                place = OptionalInt.of(written.remove().start());
            } else if (token.equals(ENGINE) && !written.isEmpty()) {
                place = OptionalInt.of(written.element().start());
                made.poll();
            } else {
                return OptionalInt.empty();
            }
        }
        return place;
    }

    /** Those that begin between two offsets, or at the last. */
    private static Queue<MatchResult> tokens(String text, int from, int to) {
        return TOKEN.matcher(text)
                .region(from, text.length())
                .results()
                .takeWhile(token -> token.start() <= to)
                .filter(token ->
                        !token.group().startsWith("//") && !token.group().startsWith("/*"))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }
}
