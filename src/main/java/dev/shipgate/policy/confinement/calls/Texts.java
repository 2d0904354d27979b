package dev.shipgate.policy.confinement.calls;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Operations of rules on texts, so that no text grows without limit, and that none depends on the language of the
 * machine or on where an object is in memory.
 */
public final class Texts {

    /** No text of a rule is longer. */
    static final int MAX_CHARS = 1_000_000;

    private static final int MAX_FORMAT_CHARS = 1_000;

    private static final long MAX_COMPARISONS = 100_000_000;

    /** Numbers, texts and truth values, with a width of at most three digits. */
    private static final Pattern HARMLESS_FORMAT = Pattern.compile(
            "(?:[^%]|%(?:\\d\\$)?[-#+ 0,(]{0,6}\\d{0,3}(?:\\.\\d{1,3})?[dfeEgGxXsScCbBn%])*+", Pattern.DOTALL);

    private static final MethodHandle WORDS;

    static {
        try {
            WORDS = MethodHandles.lookup()
                    .findStatic(Texts.class, "valueOf", MethodType.methodType(String.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private Texts() {}

    /** Makes the call site that joins texts with {@code +}, where the compiler asks the platform for one. */
    public static CallSite makeConcatWithConstants(
            MethodHandles.Lookup caller, String name, MethodType type, String recipe, Object... constants)
            throws StringConcatException {
        MethodType words = type;
        for (int i = 0; i < type.parameterCount(); i++) {
            if (!type.parameterType(i).isPrimitive()) {
                words = words.changeParameterType(i, String.class);
            }
        }
        MethodHandle join = StringConcatFactory.makeConcatWithConstants(caller, name, words, recipe, constants)
                .getTarget();
        for (int i = 0; i < type.parameterCount(); i++) {
            if (!type.parameterType(i).isPrimitive()) {
                join = MethodHandles.filterArguments(
                        join, i, WORDS.asType(MethodType.methodType(String.class, type.parameterType(i))));
            }
        }
        return new ConstantCallSite(
                MethodHandles.filterReturnValue(join, WORDS.asType(MethodType.methodType(String.class, String.class))));
    }

    @Replaces(value = String.class, isStatic = true)
    public static String valueOf(@Nullable Object object) {
        return made(Words.of(object));
    }

    /** Takes the memory of a text that a rule made. */
    public static String made(String text) {
        require(text.length());
        return text;
    }

    /** The text that an object gives of itself when a rule calls it by its own type. */
    public static String toString(Object object) {
        return valueOf(Objects.requireNonNull(object));
    }

    /** Takes the memory of a text of so many characters, before it is made. */
    static void require(long chars) {
        requireAllowed(chars);
        EvaluationAllowance.takeText(chars);
    }

    /** Makes sure that no text becomes longer than any may be. */
    static void requireAllowed(long chars) {
        if (chars > MAX_CHARS) {
            throw new IllegalStateException("A text of a rule must have at most " + MAX_CHARS + " characters.");
        }
    }

    @Replaces(String.class)
    public static String concat(String text, String end) {
        require((long) text.length() + end.length());
        return text.concat(end);
    }

    @Replaces(String.class)
    public static String repeat(String text, int times) {
        require((long) text.length() * Math.max(0, times));
        return text.repeat(times);
    }

    /** Searching takes as long as both texts together, if they are made for it. */
    static void requireQuick(String text, CharSequence sought) {
        if ((long) text.length() * sought.length() > MAX_COMPARISONS) {
            throw new IllegalStateException("A rule looks for too long a text in too long a text.");
        }
        EvaluationAllowance.check();
    }

    @Replaces(String.class)
    public static boolean contains(String text, CharSequence sought) {
        requireQuick(text, sought);
        return text.contains(sought);
    }

    @Replaces(String.class)
    public static int indexOf(String text, String sought) {
        requireQuick(text, sought);
        return text.indexOf(sought);
    }

    @Replaces(String.class)
    public static int indexOf(String text, String sought, int from) {
        requireQuick(text, sought);
        return text.indexOf(sought, from);
    }

    @Replaces(String.class)
    public static int lastIndexOf(String text, String sought) {
        requireQuick(text, sought);
        return text.lastIndexOf(sought);
    }

    @Replaces(String.class)
    public static int lastIndexOf(String text, String sought, int from) {
        requireQuick(text, sought);
        return text.lastIndexOf(sought, from);
    }

    @Replaces(String.class)
    public static String replace(String text, CharSequence target, CharSequence replacement) {
        long longer = (long) replacement.length() - target.length();
        require(text.length() + (longer > 0 ? longer * occurrences(text, target.toString()) : 0));
        return text.replace(target, replacement);
    }

    private static long occurrences(String text, String sought) {
        requireQuick(text, sought);
        if (sought.isEmpty()) {
            return text.length() + 1L;
        }
        long found = 0;
        for (int at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length())) {
            found++;
        }
        return found;
    }

    @Replaces(value = String.class, isStatic = true)
    public static String join(CharSequence separator, CharSequence[] parts) {
        return join(separator, Arrays.asList(parts));
    }

    @Replaces(value = String.class, isStatic = true)
    public static String join(CharSequence separator, Iterable<? extends CharSequence> parts) {
        String between = separator.toString();
        StringBuilder joined = new StringBuilder();
        String before = "";
        for (CharSequence part : parts) {
            String text = String.valueOf(part);
            requireAllowed((long) joined.length() + between.length() + text.length());
            EvaluationAllowance.take(2L * (between.length() + text.length()));
            joined.append(before).append(text);
            before = between;
        }
        return made(joined.toString());
    }

    @Replaces(String.class)
    public static String toUpperCase(String text) {
        return made(text.toUpperCase(Locale.ROOT));
    }

    @Replaces(String.class)
    public static String toLowerCase(String text) {
        return made(text.toLowerCase(Locale.ROOT));
    }

    /** Formats as in English, whatever the machine speaks. */
    @Replaces(value = String.class, isStatic = true)
    public static String format(String format, @Nullable Object[] values) {
        if (format.length() > MAX_FORMAT_CHARS
                || !HARMLESS_FORMAT.matcher(format).matches()) {
            throw new IllegalArgumentException("A format of a rule can have at most " + MAX_FORMAT_CHARS
                    + " characters, and d, f, e, g, x, s, c, b "
                    + "and n after a percent sign, with a width of at most 999.");
        }
        @Nullable Object[] safe = values.clone();
        for (int i = 0; i < safe.length; i++) {
            if (!(safe[i] == null
                    || safe[i] instanceof Number
                    || safe[i] instanceof Character
                    || safe[i] instanceof Boolean)) {
                safe[i] = valueOf(safe[i]);
            }
        }
        long longest = 0;
        for (Object value : safe) {
            longest = Math.max(longest, value instanceof String text ? text.length() : 0);
        }
        // Each place may show the longest value.
        requireAllowed(
                longest * format.chars().filter(character -> character == '%').count());
        return made(String.format(Locale.ROOT, format, safe));
    }

    @Replaces(value = String.class, isStatic = true)
    public static String format(Locale ignored, String format, @Nullable Object[] values) {
        return format(format, values);
    }

    @Replaces(String.class)
    public static char[] toCharArray(String text) {
        return made(text).toCharArray();
    }

    @Replaces(String.class)
    public static String formatted(String format, @Nullable Object[] values) {
        return format(format, values);
    }
}
