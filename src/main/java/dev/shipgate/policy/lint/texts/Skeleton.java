package dev.shipgate.policy.lint.texts;

import java.util.Locale;

/** The look of a text at a glance, so that two texts of one skeleton are taken for each other. */
final class Skeleton {

    /** The small letters of Cyrillic that look like Latin ones, small or capital, and those of Greek. */
    private static final String ALIKE =
            "\u0430\u0435\u043E\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u04BB\u0501\u051B\u051D"
                    + "\u0432\u043A\u043C\u043D\u0442"
                    + "\u03BF\u03BD\u03B1\u03B9\u03C1\u03B2\u03B5\u03B6\u03B7\u03BA\u03BC\u03C4\u03C5\u03C7";

    /** The Latin letters that they look like. */
    private static final String LATIN = "aeopcyxijshdqwbkmhtovaipbezhkmtyx";

    private Skeleton() {}

    /** Without capitals, signs between words, and alphabets. */
    static String of(String text) {
        return inLatin(plain(text));
    }

    /** Whether two texts look alike and have letters of different alphabets. */
    static boolean isOfOtherLetters(String one, String other) {
        return of(one).equals(of(other)) && !plain(one).equals(plain(other));
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[-_.:\\s]", "");
    }

    private static String inLatin(String text) {
        StringBuilder latin = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int alike = ALIKE.indexOf(text.charAt(i));
            latin.append(alike < 0 ? text.charAt(i) : LATIN.charAt(alike));
        }
        return latin.toString();
    }
}
