package dev.shipgate.policy.drl;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers as people write them and no compiler reads them: with a unit, a percent sign, a comma or a blank. */
public final class NumberSlips {

    private static final Pattern COMMA = Pattern.compile("\\b(\\d+),(\\d+)\\b");
    private static final Pattern PERCENT = Pattern.compile("(?<![\\w.$])(\\d+(?:\\.\\d+)?)\\s*%(?=\\s*[),;]|\\s*$)");
    private static final Pattern UNIT =
            Pattern.compile("(?<![\\w.$])(\\d*\\.?\\d+) ?(ms|millis|s|secs?|seconds?|min|mins|minutes?|m|h|k)\\b");
    private static final Pattern BLANK = Pattern.compile("(?<![\\w.$])\\d{1,3}(?: \\d{3})+(?![\\w.])");
    private static final Pattern TWO_POINTS = Pattern.compile("(?<![\\w.$])\\d+\\.\\d+\\.\\d+(?:\\.\\d+)*");

    private static final Set<String> SECONDS = Set.of("s", "sec", "secs", "second", "seconds");

    /**
     * A number that is written wrongly.
     *
     * @param start the offset of its first character
     * @param end the offset behind its last character
     * @param message the text that names the mistake and the right way to write the number
     */
    public record Slip(int start, int end, String message) {}

    private NumberSlips() {}

    /** All that no compiler takes for a number, in code without texts and comments, between two offsets. */
    public static Stream<Slip> unreadable(String code, int from, int to) {
        return Stream.of(
                        found(PERCENT, code, from, to).map(found -> slip(found, percent(found.group(1)))),
                        found(UNIT, code, from, to).map(found -> slip(found, unit(found.group(1), found.group(2)))),
                        found(BLANK, code, from, to)
                                .map(found -> slip(
                                        found,
                                        "A number has no blanks. Maybe "
                                                + found.group().replace(" ", "") + "?")),
                        found(TWO_POINTS, code, from, to)
                                .map(found -> slip(found, "A number has one point, and no more: " + found.group())))
                .flatMap(slips -> slips);
    }

    /** The first number with a comma, which a compiler takes for two numbers. */
    public static Optional<Slip> comma(String code, int from, int to) {
        return found(COMMA, code, from, to)
                .map(found -> slip(found, comma(found.group(1), found.group(2))))
                .findFirst();
    }

    public static String unit(String number, String unit) {
        BigDecimal value = new BigDecimal(number);
        return "A number has no unit. Maybe "
                + (SECONDS.contains(unit)
                        ? value.movePointRight(3).stripTrailingZeros().toPlainString() + ", in milliseconds?"
                        : value.toPlainString() + "?");
    }

    private static String percent(String number) {
        return "A ratio is a part of 1. Maybe "
                + new BigDecimal(number).movePointLeft(2).toPlainString() + " for " + number + " %?";
    }

    /** A comma in a number stands for a point, or for nothing when three digits follow. */
    private static String comma(String before, String after) {
        boolean thousands = after.length() == 3 && !before.equals("0");
        return "A number has a point, and no comma. Maybe " + before + (thousands ? "" : ".") + after + "?";
    }

    private static Stream<MatchResult> found(Pattern sought, String code, int from, int to) {
        return sought.matcher(code)
                .region(from, Math.max(from, to))
                .useTransparentBounds(true)
                .results();
    }

    private static Slip slip(MatchResult found, String message) {
        return new Slip(found.start(), found.end(), message);
    }
}
