package dev.shipgate.policy.drl;

import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets and the lambdas that are open at a place of code without texts and comments. */
final class OpenCode {

    private int brackets;

    /** How many brackets were open where each lambda began. */
    private final Deque<Integer> lambdas = new ArrayDeque<>();

    int brackets() {
        return brackets;
    }

    /** The branch of a {@code switch} counts as one too: it looks the same. */
    int lambdas() {
        return lambdas.size();
    }

    /** Goes on to the next sign. */
    void read(String code, int at) {
        switch (code.charAt(at)) {
            case '(', '[', '{' -> brackets++;
            case ')', ']' -> {
                brackets = Math.max(0, brackets - 1);
                endLambdasIn(brackets + 1);
            }
            case '}' -> {
                brackets = Math.max(0, brackets - 1);
                endLambdasIn(brackets);
            }
            case ',', ';' -> endLambdasIn(brackets);
            case '>' -> {
                if (code.startsWith("->", at - 1) && !code.startsWith("--", at - 2)) {
                    lambdas.push(brackets);
                }
            }
            default -> {}
        }
    }

    private void endLambdasIn(int bracket) {
        while (!lambdas.isEmpty() && lambdas.peek() >= bracket) {
            lambdas.pop();
        }
    }
}
