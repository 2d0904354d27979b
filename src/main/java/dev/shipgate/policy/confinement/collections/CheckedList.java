package dev.shipgate.policy.confinement.collections;

import dev.shipgate.policy.confinement.Replaces;
import dev.shipgate.policy.confinement.limits.EvaluationAllowance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The list that rules get for each that they make. */
public final class CheckedList<E extends @Nullable Object> extends ArrayList<E> implements Nesting.Checked {

    private static final long serialVersionUID = 1;

    private final transient Nesting nesting = new Nesting();

    public CheckedList() {}

    /**
     * The engine makes some so for the rules of a large file. The number is not trusted: room is made as it is needed.
     */
    public CheckedList(int expectedElements) {
        if (expectedElements < 0) {
            throw new IllegalArgumentException("Illegal Capacity: " + expectedElements);
        }
    }

    public CheckedList(Collection<? extends E> elements) {
        addAll(elements);
    }

    /** The list that rules get in the place of one that the platform made of their elements. */
    public static <E> List<E> of(List<E> elements) {
        return new CheckedList<>(elements);
    }

    /** A part of a list, which does not change with it. */
    @Replaces(List.class)
    public static <E> List<E> subList(List<E> list, int from, int to) {
        return new CheckedList<>(list.subList(from, to));
    }

    @Override
    public Nesting nesting() {
        return nesting;
    }

    @Override
    public boolean add(E element) {
        return super.add(nesting.held(element));
    }

    @Override
    public void add(int index, E element) {
        super.add(index, nesting.held(element));
    }

    @Override
    public E set(int index, E element) {
        return super.set(index, nesting.held(element));
    }

    @Override
    public boolean addAll(Collection<? extends E> elements) {
        boolean changed = false;
        // The list may be added to itself: then this goes through a copy of it.
        for (E element : elements == this ? new ArrayList<>(elements) : elements) {
            changed |= add(element);
        }
        return changed;
    }

    @Override
    public boolean addAll(int index, Collection<? extends E> elements) {
        int at = index;
        for (E element : new ArrayList<>(elements)) {
            add(at++, element);
        }
        return at > index;
    }

    @Override
    public void replaceAll(UnaryOperator<E> replacement) {
        super.replaceAll(element -> nesting.held(replacement.apply(element)));
    }

    @Override
    public List<E> subList(int from, int to) {
        return new CheckedList<>(super.subList(from, to));
    }

    @Override
    public boolean contains(@Nullable Object element) {
        return Lookups.contains(this, element);
    }

    @Override
    public int indexOf(@Nullable Object element) {
        return Lookups.indexOf(this, element);
    }

    @Override
    public int lastIndexOf(@Nullable Object element) {
        return Lookups.lastIndexOf(this, element);
    }

    @Override
    public boolean remove(@Nullable Object element) {
        int index = indexOf(element);
        if (index >= 0) {
            remove(index);
        }
        return index >= 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return Lookups.equal(this, other);
    }

    /**
     * The same as of any list. It asks whether time is left, as a list that is in here many times is gone through each
     * time.
     */
    @Override
    public int hashCode() {
        int hash = 1;
        for (E element : this) {
            EvaluationAllowance.check();
            hash = 31 * hash + Objects.hashCode(element);
        }
        return hash;
    }
}
