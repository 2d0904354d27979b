package dev.shipgate.policy.confinement.collections;

import java.util.Collection;
import java.util.LinkedHashSet;

/** The set that rules get for each unsorted one that they make: in the order in which its elements came. */
public final class CheckedSet<E> extends LinkedHashSet<E> implements Nesting.Checked {

    private static final long serialVersionUID = 1;

    private final transient Nesting nesting = new Nesting();

    public CheckedSet() {}

    public CheckedSet(Collection<? extends E> elements) {
        addAll(elements);
    }

    @Override
    public Nesting nesting() {
        return nesting;
    }

    @Override
    public boolean add(E element) {
        return super.add(Nesting.key(element));
    }
}
