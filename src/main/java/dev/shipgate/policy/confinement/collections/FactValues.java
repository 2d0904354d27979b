package dev.shipgate.policy.confinement.collections;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * Copies of the collections of a fact. A fact that a rule makes may come with collections that the rule changes
 * later, or, past the compiler, with elements of another type: a copy is unchangeable, and of its type. In an
 * evaluation a copy takes memory from its allowance, and a search through it is asked whether time is left.
 */
public final class FactValues {

    private FactValues() {}

    /**
     * Texts in their order.
     *
     * @throws ClassCastException when an element is no text
     */
    public static List<String> texts(List<String> texts) {
        if (texts.isEmpty()) {
            return Collections.emptyList();
        }
        List<String> copy = new CheckedList<>();
        for (String text : texts) {
            copy.add(text);
        }
        return Collections.unmodifiableList(copy);
    }

    /**
     * Texts by name, in their order.
     *
     * @throws ClassCastException when a name or a value is no text
     */
    public static Map<String, String> textsByName(Map<String, String> texts) {
        if (texts.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<String, String> copy = new CheckedMap<>();
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            String name = entry.getKey();
            String text = entry.getValue();
            copy.put(name, text);
        }
        return Collections.unmodifiableMap(copy);
    }

    /**
     * Numbers by name, in their order.
     *
     * @throws ClassCastException when a name is no text or a value no number
     */
    public static Map<String, Double> numbersByName(Map<String, Double> numbers) {
        if (numbers.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<String, Double> copy = new CheckedMap<>();
        for (Map.Entry<String, Double> entry : numbers.entrySet()) {
            String name = entry.getKey();
            Double number = entry.getValue();
            copy.put(name, number);
        }
        return Collections.unmodifiableMap(copy);
    }
}
