package dev.shipgate.policy.confinement;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What rules do with regular expressions. The search asks at each character whether there is time left. */
public final class Regexes {

    private static final Pattern COUNT = Pattern.compile("(?<=[{,])\\s*(\\d+)");
    private static final double MAX_REPETITIONS = 100_000;

    private Regexes() {}

    /** A text that is watched while it is read. */
    private record Watched(CharSequence text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            EvaluationAllowance.check();
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    @Replaces(value = Pattern.class, isStatic = true)
    public static Pattern compile(String regex) {
        return compile(regex, 0);
    }

    @Replaces(value = Pattern.class, isStatic = true)
    public static Pattern compile(String regex, int flags) {
        requireFewRepetitions(regex);
        return Pattern.compile(regex, flags);
    }

    /** What repeats nothing reads no character, so that it would never be asked about time. */
    private static void requireFewRepetitions(String regex) {
        double repetitions = 1;
        Matcher count = COUNT.matcher(Texts.made(regex));
        while (count.find()) {
            repetitions *= Math.max(1, Double.parseDouble(count.group(1)));
        }
        if (repetitions > MAX_REPETITIONS) {
            throw new IllegalArgumentException("The counts in braces of a regular expression are too high.");
        }
    }

    @Replaces(Pattern.class)
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(new Watched(text));
    }

    @Replaces(value = Pattern.class, isStatic = true)
    public static boolean matches(String regex, CharSequence text) {
        return matcher(compile(regex), text).matches();
    }

    @Replaces(String.class)
    public static boolean matches(String text, String regex) {
        return matcher(compile(regex), text).matches();
    }

    @Replaces(String.class)
    public static String replaceFirst(String text, String regex, String replacement) {
        return replace(text, regex, replacement, 1);
    }

    @Replaces(String.class)
    public static String replaceAll(String text, String regex, String replacement) {
        return replace(text, regex, replacement, Integer.MAX_VALUE);
    }

    private static String replace(String text, String regex, String replacement, int times) {
        long groups = replacement.chars().filter(character -> character == '$').count();
        // What one replacement can add; so no step makes more than is looked at after it.
        Texts.requireAllowed(groups * text.length() + replacement.length());
        Matcher matcher = matcher(compile(regex), text);
        StringBuilder replaced = new StringBuilder();
        for (int i = 0; i < times && matcher.find(); i++) {
            matcher.appendReplacement(replaced, replacement);
            Texts.requireAllowed(replaced.length());
        }
        return Texts.made(matcher.appendTail(replaced).toString());
    }

    @Replaces(String.class)
    public static String[] split(String text, String regex) {
        return split(text, regex, 0);
    }

    @Replaces(String.class)
    public static String[] split(String text, String regex, int limit) {
        String[] parts = compile(regex).split(new Watched(text), limit);
        EvaluationAllowance.take((long) EvaluationAllowance.OBJECT_BYTES * parts.length + 2L * text.length());
        return parts;
    }
}
