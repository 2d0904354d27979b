package dev.shipgate.policy.drl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/**
 * Calls of which each is made on the result of the one before, such as {@code a.b().c()}. For many of them a compiler
 * takes very long and much memory, as for each call it looks at all calls before it.
 */
final class CallsInARow {

    static final int MAX = 50;

    private CallsInARow() {}

    /** Where there are more in code without texts and comments; empty when there are not. */
    static OptionalInt tooManyIn(String code) {
        Deque<Integer> outside = new ArrayDeque<>();
        int calls = 0;
        for (int i = 0; i < code.length(); i++) {
            char sign = code.charAt(i);
            switch (sign) {
                case '(', '[', '{' -> {
                    outside.push(calls);
                    calls = 0;
                }
                case ')', ']', '}' -> calls = outside.isEmpty() ? 0 : outside.pop() + (goesOn(code, i) ? 1 : 0);
                case ',', ';' -> calls = 0;
                default -> {}
            }
            if (calls > MAX) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Whether the next sign goes on with the part that a bracket closes. A cast before a bracket counts too. */
    private static boolean goesOn(String code, int at) {
        int next = at + 1;
        while (next < code.length() && Character.isWhitespace(code.charAt(next))) {
            next++;
        }
        return next < code.length() && "[.(".indexOf(code.charAt(next)) >= 0;
    }
}
