package dev.shipgate.policy.drl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * Terms that signs join, such as {@code a + b + c}. The parsers go into each from the one before it, and look at all
 * before for each.
 */
final class TermsInARow {

    static final int MAX = 1_000;

    private static final String SIGNS = "+-*/%&|^<>=?:!~";

    private TermsInARow() {}

    /** Where there are more in code without texts and comments; empty when there are not. */
    static OptionalInt tooManyIn(String code) {
        Deque<Integer> outside = new ArrayDeque<>();
        int terms = 0;
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            switch (sign) {
                case '(', '[', '{' -> {
                    outside.push(terms);
                    terms = 0;
                }
                case ')', ']' -> terms = outside.isEmpty() ? 0 : outside.pop();
                case '}' -> {
                    outside.poll();
                    terms = 0;
                }
                case ',', ';' -> terms = 0;
                default -> terms += SIGNS.indexOf(sign) >= 0 ? 1 : 0;
            }
            if (terms > MAX) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }
}
