package dev.shipgate.policy.confinement.calls;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.collections.CheckedList;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.List;
import java.util.Optional;

/**
 * Operations of rules on regular expressions. A search takes at most a few steps for each character, whatever the
 * expression (<a href="https://github.com/google/re2j">RE2/J</a>), and asks at each whether there is time left. That of
 * the platform may go on for ever without reading a character.
 */
public final class Regexes {

    private static final int MAX_CHARS = 1_000;

    /** Of the steps that may be tried at each character of a text. */
    private static final int MAX_STEPS = 10_000;

    /** The approximate bytes of a step, in the expression and in the machine of RE2/J that looks for it. */
    private static final int STEP_BYTES = 64;

    /** The approximate bytes of a matcher. */
    private static final int MATCHER_BYTES = 128;

    /**
     * The bytes of the two places where a group begins and ends: in each matcher, and for each step in the machine of
     * RE2/J that looks for the expression.
     */
    private static final int GROUP_BYTES = 8;

    /** The approximate bytes of the letters of a class such as {@code \pL}, each time that it is named. */
    private static final int CLASS_BYTES = 4 << 10;

    private static final Pattern NAMED_CLASS = Pattern.compile("\\\\[pP]");

    /** The message about other flags. */
    public static final String FLAGS = "A regular expression of a rule has no flag but CASE_INSENSITIVE."
            + " Maybe (?m) or (?s) at its beginning?";

    /** The flag that {@code java.util.regex} calls so, by which rules are compiled. */
    private static final int CASE_INSENSITIVE = 2;

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

    /** Why rules cannot use an expression; empty when they can. */
    public static Optional<String> refusalOf(String regex) {
        try {
            compile(regex);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Replaces(value = Pattern.class, isStatic = true)
    public static Pattern compile(String regex) {
        return compile(regex, 0);
    }

    @Replaces(value = Pattern.class, isStatic = true)
    public static Pattern compile(String regex, int flags) {
        if ((flags & ~CASE_INSENSITIVE) != 0) {
            throw new IllegalArgumentException(FLAGS);
        }
        if (regex.length() > MAX_CHARS) {
            throw new IllegalArgumentException("A regular expression must have at most " + MAX_CHARS
                    + " characters, and this one has " + regex.length() + ". Maybe a list of texts?");
        }
        double steps = RegexSize.of(regex);
        if (steps > MAX_STEPS) {
            throw new IllegalArgumentException("The counts in braces of this regular expression are too high: " + regex
                    + ". Maybe + or *, and a look at the length?");
        }
        EvaluationAllowance.take((long) (STEP_BYTES * steps) + CLASS_BYTES * namedClasses(regex));
        Pattern pattern = parse(regex, flags == 0 ? 0 : Pattern.CASE_INSENSITIVE);
        EvaluationAllowance.take((long) (GROUP_BYTES * steps * pattern.groupCount()));
        return pattern;
    }

    private static long namedClasses(String regex) {
        long named = 0;
        for (Matcher next = NAMED_CLASS.matcher(regex); next.find(); ) {
            named++;
        }
        return named;
    }

    private static Pattern parse(String regex, int flags) {
        try {
            return Pattern.compile(regex, flags);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "This is no regular expression that a rule can use: " + regex + " (" + e.getDescription() + " in "
                            + e.getPattern()
                            + "). It cannot look ahead or behind, or refer back, which could go on without end.",
                    e);
        }
    }

    @Replaces(Pattern.class)
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        EvaluationAllowance.take(MATCHER_BYTES + (long) GROUP_BYTES * (1 + pattern.groupCount()));
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
        // The characters that one replacement can add; so no step makes more than is looked at after it.
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
        List<String> parts = new CheckedList<>();
        Matcher matcher = matcher(compile(regex), text);
        int at = 0;
        while ((limit <= 0 || parts.size() < limit - 1) && matcher.find()) {
            if (matcher.end() > 0) {
                parts.add(Texts.made(text.substring(at, matcher.start())));
                at = matcher.end();
            }
        }
        parts.add(Texts.made(text.substring(at)));
        int count = parts.size();
        // As the platform does it: without a limit, the empty parts at the end are left out.
        while (limit == 0 && count > 1 && parts.get(count - 1).isEmpty()) {
            count--;
        }
        return parts.subList(0, count).toArray(String[]::new);
    }
}
