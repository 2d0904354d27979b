package dev.shipgate.policy;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The kinds of facts that an evaluation and its rules have in common. A rule that asks for any other kind never
 * fires, and one that inserts any other kind is not heard.
 *
 * @param given the kinds that the evaluation gives to the rules
 * @param between the kinds that only rules make, for other rules
 * @param read the findings that the evaluation makes its answer of
 */
public record Vocabulary(Set<Class<?>> given, Set<Class<?>> between, Set<Class<?>> read) {

    public Vocabulary {
        given = Set.copyOf(given);
        between = Set.copyOf(between);
        read = Set.copyOf(read);
    }

    /** A vocabulary of which the evaluation gives these kinds. */
    public static Vocabulary giving(Class<?>... kinds) {
        return giving(List.of(kinds));
    }

    /** A vocabulary of which the evaluation gives these kinds. */
    public static Vocabulary giving(Collection<Class<?>> kinds) {
        return new Vocabulary(new LinkedHashSet<>(kinds), Set.of(), Set.of());
    }

    /** The same with more that the evaluation gives. */
    public Vocabulary andGiving(Collection<Class<?>> kinds) {
        Set<Class<?>> all = new LinkedHashSet<>(given);
        all.addAll(kinds);
        return new Vocabulary(all, between, read);
    }

    /** The same with these kinds, which rules make for other rules. */
    public Vocabulary between(Class<?>... kinds) {
        return new Vocabulary(given, new LinkedHashSet<>(List.of(kinds)), read);
    }

    /** The same with these kinds of findings, which the evaluation reads. */
    public Vocabulary reading(Class<?>... kinds) {
        return new Vocabulary(given, between, new LinkedHashSet<>(List.of(kinds)));
    }

    /** Whether a kind comes from the evaluation alone: made by a rule, it would be evidence that nobody sent. */
    public boolean isOnlyGiven(Class<?> kind) {
        return given.contains(kind) && !between.contains(kind) && !read.contains(kind);
    }

    /** All kinds. */
    public Set<Class<?>> kinds() {
        Set<Class<?>> kinds = new LinkedHashSet<>();
        Stream.of(given, between, read).forEach(kinds::addAll);
        return kinds;
    }
}
