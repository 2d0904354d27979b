package dev.shipgate.policy.lint.texts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds, among many texts, one that differs from another by one letter of a word: one that is missing, added, changed
 * or put before its neighbour. Short words, digits and plurals are mostly meant, and count as different. Capitals do
 * not count.
 */
final class OneLetterApart {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 100;

    /**
     * By each text in small letters, whole and without one of its letters. Two texts that are one letter apart have one
     * of these forms in common.
     */
    private final Map<String, List<String>> texts = new HashMap<>();

    void add(String text) {
        withoutOneLetter(text)
                .forEach(part ->
                        texts.computeIfAbsent(part, key -> new ArrayList<>()).add(text));
    }

    Optional<String> find(String text) {
        return withoutOneLetter(text).stream()
                .flatMap(part -> texts.getOrDefault(part, List.of()).stream())
                .filter(other -> isSlip(small(text), small(other)))
                .findFirst();
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Set<String> withoutOneLetter(String any) {
        String text = small(any);
        Set<String> parts = new LinkedHashSet<>();
        if (text.length() <= LONGEST) {
            parts.add(text);
            for (int i = 0; i < text.length(); i++) {
                parts.add(text.substring(0, i) + text.substring(i + 1));
            }
        }
        return parts;
    }

    private static boolean isSlip(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int before = 0;
        while (before < shorter && one.charAt(before) == other.charAt(before)) {
            before++;
        }
        int after = 0;
        while (after < shorter - before
                && one.charAt(one.length() - 1 - after) == other.charAt(other.length() - 1 - after)) {
            after++;
        }
        String here = one.substring(before, one.length() - after);
        String there = other.substring(before, other.length() - after);
        String rest = one.substring(one.length() - after);
        return (here + there).chars().allMatch(Character::isLetter)
                && isOneLetter(here, there)
                && !isPlural(here + there, rest)
                && wordAround(one, before).length() >= SHORTEST
                && wordAround(other, before).length() >= SHORTEST;
    }

    private static boolean isOneLetter(String here, String there) {
        return here.length() + there.length() == 1
                || (here.length() == 1 && there.length() == 1)
                || (here.length() == 2
                        && new StringBuilder(here).reverse().toString().equals(there));
    }

    private static boolean isPlural(String differs, String rest) {
        return differs.equals("s") && (rest.isEmpty() || !Character.isLetter(rest.charAt(0)));
    }

    private static String wordAround(String text, int at) {
        int start = at;
        while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        int end = at;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }
}
