package dev.shipgate.policy.drl;

import dev.shipgate.policy.FileText;
import dev.shipgate.policy.Place;
import dev.shipgate.policy.RuleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of a rule file from the word that begins it up to the next such word, found in the text alone: of files that
 * no parser understands there is nothing else.
 *
 * @param text the whole file
 * @param code the same without texts and comments
 * @param start the offset of its first character
 * @param end the offset behind its last character
 */
public record RuleRegion(FileText text, String code, int start, int end) {

    private static final Pattern HEADER = Pattern.compile("(?m)^[ \\t]*(?:rule|query|declare|function)\\b");

    /** All of a file, in order; the text before the first is none. */
    public static List<RuleRegion> allOf(RuleFile file) {
        FileText text = new FileText(file.source());
        String code = CodeText.blanked(file.source());
        List<Integer> starts = new ArrayList<>();
        HEADER.matcher(code).results().forEach(header -> starts.add(header.start()));
        List<RuleRegion> regions = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : code.length();
            regions.add(new RuleRegion(text, code, starts.get(i), end));
        }
        return regions;
    }

    /** The whole file as it is written. */
    public String source() {
        return text.source();
    }

    /** The line of its first character. */
    public int line() {
        return text.lineAt(start);
    }

    boolean isRule() {
        return code.substring(start, end).stripLeading().startsWith("rule");
    }

    public boolean has(String word) {
        return find(Pattern.compile("\\b" + word + "\\b")).isPresent();
    }

    /** Where something stands first in its code. */
    public Optional<Matcher> find(Pattern sought) {
        return find(sought, start, end);
    }

    /** Where something stands first after its {@code when} and before its {@code then}. */
    public Optional<Matcher> findInConditions(Pattern sought) {
        return find(sought, conditionsStart(), conditionsEnd());
    }

    /** Where something stands first after its {@code then}. */
    public Optional<Matcher> findInConsequence(Pattern sought) {
        return findInConsequence(sought, 0);
    }

    /** The same behind an offset. */
    public Optional<Matcher> findInConsequence(Pattern sought, int from) {
        return find(sought, Math.max(from, conditionsEnd()), end);
    }

    /** All that stands in its code after its {@code when} and before its {@code then}. */
    public Stream<MatchResult> allInConditions(Pattern sought) {
        return allInConditions(sought, code);
    }

    /** The same in the source as it is written, with the texts and comments that are no code. */
    public Stream<MatchResult> allInConditionsAsWritten(Pattern sought) {
        return allInConditions(sought, source());
    }

    private Stream<MatchResult> allInConditions(Pattern sought, String searched) {
        int from = conditionsStart();
        return sought.matcher(searched)
                .region(from, Math.max(from, conditionsEnd()))
                .results();
    }

    private Optional<Matcher> find(Pattern sought, int from, int to) {
        Matcher matcher = sought.matcher(code).region(from, Math.max(from, to)).useTransparentBounds(true);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    public int conditionsStart() {
        return find(Pattern.compile("\\bwhen\\b")).map(Matcher::end).orElse(start);
    }

    public int conditionsEnd() {
        return find(Pattern.compile("\\bthen\\b")).map(Matcher::end).orElse(end);
    }

    /** The offset of a bracket that is never closed, or closes none, between two offsets. */
    public Optional<Integer> loneBracket(int from, int to) {
        List<Integer> open = new ArrayList<>();
        for (int i = from; i < to; i++) {
            if (code.charAt(i) == '(') {
                open.add(i);
            } else if (code.charAt(i) == ')' && open.isEmpty()) {
                return Optional.of(i);
            } else if (code.charAt(i) == ')') {
                open.remove(open.size() - 1);
            }
        }
        return open.stream().findFirst();
    }

    /** The place of an offset. */
    public Place place(int offset) {
        return text.place(offset);
    }

    /** The offset of its first word. */
    public int firstCode() {
        String own = code.substring(start, end);
        return start + own.length() - own.stripLeading().length();
    }

    /** The offset of the first character of its last line with code. */
    int lastCode() {
        int last = start + code.substring(start, end).stripTrailing().length();
        int line = code.lastIndexOf('\n', Math.max(0, last - 1)) + 1;
        return line
                + code.substring(line, last).length()
                - code.substring(line, last).stripLeading().length();
    }
}
